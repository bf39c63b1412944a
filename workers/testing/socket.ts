import { SELF } from 'cloudflare:test'

/** A viewer that keeps what it is sent. */
export interface TestViewer {
  socket: WebSocket
  frames: unknown[]
  /** Entries in the order of arrival, batches taken apart. */
  entries: () => { type: string; seq: number }[]
  closed: Promise<{ code: number; reason: string }>
  /** Waits until the condition holds for the frames. */
  until: (done: () => boolean) => Promise<void>
}

/** Opens a viewer's socket on the whole server. */
export async function connect(path: string, headers: Record<string, string> = {}): Promise<TestViewer> {
  const answer = await SELF.fetch(`https://custos.test/ws/simulator/${path}`, {
    headers: { Upgrade: 'websocket', ...headers },
  })
  const socket = answer.webSocket
  if (!socket) throw new Error(`${answer.status} ${await answer.text()}`)
  const frames: unknown[] = []
  const waiting = new Set<() => void>()
  const closed = Promise.withResolvers<{ code: number; reason: string }>()
  socket.addEventListener('message', (event) => {
    frames.push(JSON.parse(String(event.data)))
    for (const wake of waiting) wake()
  })
  socket.addEventListener('close', ({ code, reason }) => closed.resolve({ code, reason }))
  socket.accept()
  const until = async (done: () => boolean) => {
    while (!done()) {
      const { promise, resolve } = Promise.withResolvers<void>()
      waiting.add(resolve)
      await promise
      waiting.delete(resolve)
    }
  }
  return { socket, frames, entries: () => entriesOf(frames), closed: closed.promise, until }
}

function entriesOf(frames: unknown[]): { type: string; seq: number }[] {
  return frames.flatMap((frame) => {
    const one = frame as { type: string; seq: number; entries?: { type: string; seq: number }[] }
    if (one.type === 'batch') return one.entries ?? []
    return ['beat', 'system', 'amendment'].includes(one.type) ? [one] : []
  })
}
