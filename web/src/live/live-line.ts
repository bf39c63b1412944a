import type { Entry } from '../../../protocol/entry.ts'
import type { Run } from '../../../protocol/run.ts'
import type { Outcome } from '../api/request.ts'
import { type Connection, type Effect, type LineEvent, newLine, step } from './connection.ts'
import { parseFrame } from './frame.ts'

/** Who hears what comes over the line. */
export interface LineListener {
  onConnection(connection: Connection): void
  onState(run: Run): void
  onEntries(entries: Entry[]): void
  onHeartbeat(timestamp: string): void
  /** How many watch the run, oneself included. */
  onViewers(viewers: number): void
  onReset(): void
}

export interface LiveLine {
  /** Tries at once instead of waiting for the countdown. */
  retry(): void
  stop(): void
}

/**
 * Opens the line to a run: drives the state machine of `connection.ts` with a real WebSocket, a timer, and what
 * the browser tells about network and visibility.
 *
 * @param after `seq` of the last entry one has, 0 for none
 * @param check asks over HTTP whether the run can be read; called when an upgrade fails
 */
export function openLine(
  runId: string,
  after: number,
  listener: LineListener,
  check: () => Promise<Outcome<unknown>>,
): LiveLine {
  let line = newLine(after)
  let socket: WebSocket | null = null

  function send(event: LineEvent): void {
    const before = line.connection
    const [next, effects] = step(line, event, { nowMs: performance.now(), random: Math.random() })
    line = next
    for (const effect of effects) perform(effect)
    if (line.connection !== before) listener.onConnection(line.connection)
  }

  async function ask(socket: number): Promise<void> {
    send({ type: 'checked', socket, outcome: meaning(await check()) })
  }

  function perform(effect: Effect): void {
    switch (effect.do) {
      case 'open':
        socket = openSocket(runId, effect.after, effect.socket, send)
        return
      case 'close':
        socket?.close(1000)
        socket = null
        return
      case 'send':
        if (socket?.readyState === WebSocket.OPEN) socket.send(effect.text)
        return
      case 'check':
        void ask(effect.socket)
        return
      case 'state':
        listener.onState(effect.run)
        return
      case 'entries':
        listener.onEntries(effect.entries)
        return
      case 'heartbeat':
        listener.onHeartbeat(effect.timestamp)
        return
      case 'viewers':
        listener.onViewers(effect.viewers)
        return
      case 'reset':
        listener.onReset()
    }
  }

  const onOnline = () => send({ type: 'online' })
  const onOffline = () => send({ type: 'offline' })
  const onVisibility = () => {
    if (document.visibilityState === 'visible') send({ type: 'visible' })
  }
  addEventListener('online', onOnline)
  addEventListener('offline', onOffline)
  document.addEventListener('visibilitychange', onVisibility)
  const timer = setInterval(() => send({ type: 'tick' }), 1000)
  if (!navigator.onLine) onOffline()
  send({ type: 'start' })

  return {
    retry: () => send({ type: 'retry' }),
    stop() {
      clearInterval(timer)
      removeEventListener('online', onOnline)
      removeEventListener('offline', onOffline)
      document.removeEventListener('visibilitychange', onVisibility)
      send({ type: 'stop' })
    },
  }
}

function openSocket(
  runId: string,
  after: number,
  number: number,
  send: (event: LineEvent) => void,
): WebSocket {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  const path = `/ws/simulator/${encodeURIComponent(runId)}/?after=${after}&frames=batch`
  const socket = new WebSocket(`${scheme}://${location.host}${path}`)
  socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === 'pong') return send({ type: 'pong', socket: number })
    const frame = typeof data === 'string' ? parseFrame(data) : null
    if (frame) send({ type: 'frame', socket: number, frame })
  })
  socket.addEventListener('close', ({ code }) => send({ type: 'closed', socket: number, code }))
  return socket
}

function meaning(outcome: Outcome<unknown>): 'fine' | 'signed_out' | 'gone' | 'unreachable' {
  if (outcome.ok) return 'fine'
  if (outcome.problem.status === 401) return 'signed_out'
  return outcome.problem.status === 403 || outcome.problem.status === 404 ? 'gone' : 'unreachable'
}
