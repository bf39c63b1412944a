/** What is wrapped: a model that answers at once, so that nothing but the wrapping takes time. */
export type Model = (prompt: string) => Promise<string>

/** One SDK that wraps a call and reports it to a server. */
export interface Contender {
  wrap(model: Model): (prompt: string) => Promise<unknown>
  /** Delivers what waits. */
  flush(): Promise<unknown>
}

/** Makes a contender that reports to a server. */
export type Entry = (url: string) => Promise<Contender> | Contender
