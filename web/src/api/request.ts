import type { FieldError, Problem } from '../../../protocol/problem.ts'

/** What went wrong, in words a person can act on; `status` 0 means that no answer came at all. */
export interface Failure {
  status: number
  code: Problem['code'] | 'unreachable' | 'unreadable'
  title: string
  detail: string
  nextRunId: string | null
  /** What is wrong with which field of what was sent. */
  errors: readonly FieldError[]
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Failure }

const listeners = new Set<() => void>()

/** Calls `listener` whenever any request is answered 401: the session has ended, wherever one is. */
export function onSignedOut(listener: () => void): void {
  listeners.add(listener)
}

/** The server's clock minus this machine's, in milliseconds, as far as what it sends lets one know. */
export const clock = { aheadMs: 0 }

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * One request to the own origin, with the session's cookie. Never throws: what fails is a value.
 *
 * @param body sent as JSON when given
 */
export async function request<T>(method: Method, path: string, body?: unknown): Promise<Outcome<T>> {
  const answer = await send(method, path, body)
  return answer.ok ? readValue<T>(answer.value) : answer
}

/** A file of the own origin, whole. Never throws: what fails is a value. */
export async function requestFile(path: string): Promise<Outcome<Blob>> {
  const answer = await send('GET', path)
  if (!answer.ok) return answer
  try {
    return { ok: true, value: await answer.value.blob() }
  } catch {
    return { ok: false, problem: unreachable }
  }
}

async function send(method: Method, path: string, body?: unknown): Promise<Outcome<Response>> {
  let response: Response
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      // The same addresses are pages when a browser navigates to them.
      headers: {
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  } catch {
    return { ok: false, problem: unreachable }
  }
  if (response.ok) return { ok: true, value: response }
  if (response.status === 401) for (const listener of listeners) listener()
  return { ok: false, problem: await readProblem(response) }
}

async function readValue<T>(response: Response): Promise<Outcome<T>> {
  try {
    const text = await response.text()
    return { ok: true, value: (text === '' ? undefined : JSON.parse(text)) as T }
  } catch {
    const detail = `The server answered ${response.status} with something that is not JSON.`
    return {
      ok: false,
      problem: {
        status: response.status,
        code: 'unreadable',
        title: 'Unreadable answer',
        detail,
        nextRunId: null,
        errors: [],
      },
    }
  }
}

async function readProblem(response: Response): Promise<Failure> {
  const plain: Failure = {
    status: response.status,
    code: 'unreadable',
    title: `The server answered ${response.status}`,
    detail: response.statusText || 'It gave no reason.',
    nextRunId: null,
    errors: [],
  }
  try {
    const problem = (await response.json()) as Partial<Problem>
    return {
      ...plain,
      ...(problem.code === undefined ? {} : { code: problem.code }),
      title: problem.title ?? plain.title,
      detail: problem.detail ?? plain.detail,
      nextRunId: problem.next_run_id ?? null,
      errors: problem.errors ?? [],
    }
  } catch {
    return plain
  }
}

const unreachable: Failure = {
  status: 0,
  code: 'unreachable',
  title: 'The server cannot be reached',
  detail: 'No answer came. Check that Custos is running and that this machine is online.',
  nextRunId: null,
  errors: [],
}

/**
 * Learns the server's clock from something it just sent.
 *
 * @param timestamp ISO 8601, of this very moment
 */
export function readClock(timestamp: string): void {
  const ahead = Date.parse(timestamp) - Date.now()
  // The way takes time and clocks are never quite equal: what is less than that is no news.
  clock.aheadMs = Math.abs(ahead) > 2000 ? ahead : 0
}
