import type { Miniflare } from 'miniflare'

const hourMs = 3600 * 1000

/**
 * Does what the cron does for a deployed server, which Miniflare does not: rings at once, for what came due while
 * the server was off, and then every hour. A turn that fails is reported, and the next one comes all the same.
 *
 * @param report told of a turn that failed
 */
export function ringHourly(platform: Miniflare, report: (error: unknown) => void): void {
  const ring = async () => {
    const worker = await platform.getWorker('custos')
    await worker.scheduled({ scheduledTime: new Date() })
  }
  const turn = () => void ring().catch(report)
  turn()
  setInterval(turn, hourMs).unref()
}
