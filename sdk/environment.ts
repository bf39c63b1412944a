/** The shape in which Node, Bun, Deno and Workers show environment variables; absent in a browser. */
interface ProcessLike {
  env?: Record<string, string | undefined>
}

/** Names of the variables this package reads, and nothing else of the environment. */
export type Variable =
  | 'CUSTOS_API_KEY'
  | 'CUSTOS_BACKEND_URL'
  | 'CUSTOS_HEARTBEATS'
  | 'CUSTOS_HEARTBEAT_INTERVAL'
  | 'CUSTOS_TIMEOUT'

/** Reads one variable; undefined when it is not set, blank, or must not be read (Deno without the permission). */
export function readVariable(name: Variable): string | undefined {
  try {
    const { process } = globalThis as { process?: ProcessLike }
    return process?.env?.[name]?.trim() || undefined
  } catch {
    return undefined
  }
}
