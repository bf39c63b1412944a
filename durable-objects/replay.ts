import { readLogPage } from './log-reader.ts'
import { batchBytes, batchRows } from './outbox.ts'
import type { RunStore } from './run-store.ts'
import type { Viewers } from './viewers.ts'

/** Entries read from D1 at a time: whole texts of that many fit in memory. */
const logPage = 100
/** How many entries are sent ahead of a viewer's acks, and how long it may take to catch up, ms. */
const aheadMost = 20_000
const waitMost = 60_000
const waitStep = 100

/** What a replay reads from and writes to. */
export interface ReplaySources {
  db: D1Database
  runId: string
  store: RunStore
  viewers: Viewers
  lastSeq: () => number
}

/**
 * Sends what a viewer missed: from D1 what has left the tail, then the tail, then it is live. [L2] If it can't
 * be gone through with, the socket is closed, and the viewer comes back with what it has.
 */
export async function replayTo(socket: WebSocket, after: number, sources: ReplaySources): Promise<void> {
  const { db, runId, store, viewers, lastSeq } = sources
  try {
    for (let cursor = after; ;) {
      const start = store.tailStart() ?? lastSeq() + 1
      if (cursor + 1 >= start) {
        const page = store.tail(cursor, batchRows, batchBytes)
        // Nothing can come between this look and going live: both are in one turn.
        if (page.length === 0) return viewers.goLive(socket)
        if (!viewers.replay(socket, page)) return
        cursor = page.at(-1)?.seq ?? cursor
      } else {
        const page = await readLogPage(db, runId, cursor, start, logPage)
        if (!viewers.replay(socket, page)) return
        // What retention has removed is not waited for.
        cursor = page.at(-1)?.seq ?? start - 1
      }
      for (let waited = 0; cursor - viewers.acked(socket) > aheadMost; waited += waitStep) {
        if (waited >= waitMost) return viewers.drop(socket, 4429, 'Too far behind: come back with after')
        await scheduler.wait(waitStep)
      }
    }
  } catch (error) {
    console.error(JSON.stringify({ event: 'replay_failed', run_id: runId, error: String(error) }))
    viewers.drop(socket, 1013, 'The log could not be read: come back with after')
  }
}
