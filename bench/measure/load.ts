import autocannon from 'autocannon'

/** What one load did. Rates are a second. */
export interface LoadResult {
  requests: number
  p50Ms: number
  p99Ms: number
  failed: number
}

/**
 * Posts bodies over many connections for a while.
 *
 * @param bodies sent in turn
 * @param seconds after one second of warming up
 */
export async function load(
  url: string,
  headers: Record<string, string>,
  bodies: readonly string[],
  seconds: number,
  connections = 32,
): Promise<LoadResult> {
  const run = (duration: number) =>
    autocannon({
      url,
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      connections,
      duration,
      requests: bodies.map((body) => ({ body })),
    })
  await run(1)
  const result = await run(seconds)
  return {
    requests: result.requests.average,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    failed: result.errors + result.timeouts + result.non2xx,
  }
}
