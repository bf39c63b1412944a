/** What the client's calls return: a promise with ways to the raw response beside it. */
export interface ApiPromise extends PromiseLike<unknown> {
  asResponse(): Promise<Response>
  withResponse(): Promise<{ data: unknown; response: Response; request_id: string | null }>
}

/** How a call goes on: the client's promise, or what stands in the place of an answer. */
export type Started = { api: ApiPromise } | { instead: unknown }

/** How what came is guarded. */
export interface Guards {
  data(value: unknown): Promise<unknown>
  raw(response: Response): Response
}

/**
 * The client's promise with what it yields guarded. As there, an answer is read only when somebody waits for it: the
 * raw response can be read once.
 */
export function guardedPromise(started: Promise<Started>, guards: Guards): Promise<unknown> {
  let data: Promise<unknown> | null = null
  // Whoever waits is told; that nobody does is no unhandled rejection of its own.
  started.catch(() => undefined)
  const read = (): Promise<unknown> => {
    data ??= started.then(async (begun) =>
      'instead' in begun ? begun.instead : guards.data(await begun.api),
    )
    return data
  }
  const raw = {
    asResponse: async (): Promise<Response> => guards.raw(await madeOf(await started).api.asResponse()),
    withResponse: async () => {
      const answered = await madeOf(await started).api.withResponse()
      data ??= guards.data(answered.data)
      return { ...answered, data: await data }
    },
  }
  // A promise in kind (`instanceof`), which reads only once one of its methods is called.
  return new Proxy(Promise.resolve<unknown>(undefined), {
    get: (target, name) => {
      if (name === 'asResponse' || name === 'withResponse') return raw[name]
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      return (...args: unknown[]): unknown => Reflect.apply(member, read(), args)
    },
  })
}

/** The call that was made; it stays in its object, for waiting for it would read the answer. */
function madeOf(started: Started): { api: ApiPromise } {
  if ('api' in started) return started
  throw new TypeError('The prompt was blocked before the model was called: there is no raw response.')
}
