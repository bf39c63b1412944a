import { assertNever } from '../app/assert-never.ts'
import type { Entry } from '../../../protocol/entry.ts'
import type { Run } from '../../../protocol/run.ts'
import { backoffMs } from './backoff.ts'
import type { Frame } from './frame.ts'

/** What the page says about its line to the run. */
export type Connection =
  | { is: 'connecting' }
  | { is: 'replaying'; from: number; to: number }
  | { is: 'live' }
  | { is: 'waiting'; untilMs: number; why: 'lost' | 'lagging' | 'refused' | 'gap' }
  | { is: 'offline'; untilMs: number }
  | { is: 'signed_out' }
  | { is: 'gone' }
  | { is: 'stopped' }
  /** There is no line: the run is read from a file. */
  | { is: 'file' }

/** The whole memory of the socket layer; {@link step} is the only thing that makes a new one. */
export interface Line {
  connection: Connection
  /**
   * What the browser says of the network. It never ends a line that works (a server on this machine needs no
   * network); it only names the reason when one fails.
   */
  online: boolean
  /** Number of the newest socket. What an older one still says is not heard. */
  socket: number
  /** `seq` of the last entry handed on. */
  last: number
  acked: number
  ackedAtMs: number
  /** Attempts since the line last held for {@link SETTLED_MS}. */
  attempt: number
  /** When the present connection state began. */
  sinceMs: number
  /** When anything was last heard. */
  heardMs: number
  /** When the unanswered ping left, or null. */
  pingedMs: number | null
}

/** All times are of a monotonic clock in milliseconds, so that a wrong wall clock changes nothing. */
export interface Moment {
  nowMs: number
  /** In 0..1; spreads the viewers of a server that comes back. */
  random: number
}

export type LineEvent =
  | { type: 'start' }
  | { type: 'frame'; socket: number; frame: Frame }
  | { type: 'pong'; socket: number }
  | { type: 'closed'; socket: number; code: number }
  | { type: 'checked'; socket: number; outcome: 'fine' | 'signed_out' | 'gone' | 'unreachable' }
  | { type: 'tick' }
  | { type: 'online' }
  | { type: 'offline' }
  | { type: 'visible' }
  | { type: 'retry' }
  | { type: 'stop' }

export type Effect =
  | { do: 'open'; socket: number; after: number }
  | { do: 'close'; socket: number }
  | { do: 'send'; socket: number; text: string }
  /** Ask over HTTP why the socket was refused: a browser hides the status of a failed upgrade. */
  | { do: 'check'; socket: number }
  | { do: 'state'; run: Run }
  | { do: 'entries'; entries: Entry[] }
  | { do: 'heartbeat'; timestamp: string }
  | { do: 'viewers'; viewers: number }
  /** The log is shorter than what was seen of it: forget everything, it is another log. */
  | { do: 'reset' }

export type Step = [line: Line, effects: Effect[]]

const CONNECT_MS = 15_000
const PING_EVERY_MS = 20_000
const PONG_WITHIN_MS = 10_000
const ACK_EVERY = 100
const ACK_WITHIN_MS = 4_000
const SETTLED_MS = 5_000

/** Close codes of `protocol/socket.ts`, repeated so that the schemas stay out of the page's first load. */
const CLOSE = { unauthenticated: 4401, gone: 4404, lagging: 4429 } as const

/** A line that has not been opened; it will ask for everything after `last`. */
export function newLine(last = 0): Line {
  return {
    connection: { is: 'stopped' },
    online: true,
    socket: 0,
    last,
    acked: last,
    ackedAtMs: 0,
    attempt: 0,
    sinceMs: 0,
    heardMs: 0,
    pingedMs: null,
  }
}

/**
 * One step of the socket layer: pure, so that every order of events can be tested without a browser.
 *
 * What it promises: entries come out in order of `seq`, each once, without a gap, whatever the sockets do.
 */
export function step(line: Line, event: LineEvent, at: Moment): Step {
  switch (event.type) {
    case 'start':
      return line.connection.is === 'stopped' ? connect(line, at) : [line, []]
    case 'stop':
      return hangUp(line, { is: 'stopped' }, at)
    case 'offline':
      return onOffline({ ...line, online: false }, at)
    case 'online':
      return isWaiting(line)
        ? connect({ ...line, online: true, attempt: 0 }, at)
        : [{ ...line, online: true }, []]
    case 'retry':
      return isWaiting(line) ? connect(line, at) : [line, []]
    case 'visible':
      return onVisible(line, at)
    case 'tick':
      return onTick(line, at)
    case 'pong':
      return event.socket === line.socket ? [{ ...line, heardMs: at.nowMs, pingedMs: null }, []] : [line, []]
    case 'closed':
      return event.socket === line.socket && isOpen(line) ? onClosed(line, event.code, at) : [line, []]
    case 'checked':
      return event.socket === line.socket ? onChecked(line, event.outcome) : [line, []]
    case 'frame':
      return event.socket === line.socket && isOpen(line) ? onFrame(line, event.frame, at) : [line, []]
    default:
      return assertNever(event)
  }
}

function isOpen({ connection: { is } }: Line): boolean {
  return is === 'connecting' || is === 'replaying' || is === 'live'
}

function isWaiting({ connection: { is } }: Line): boolean {
  return is === 'waiting' || is === 'offline'
}

function connect(line: Line, { nowMs }: Moment): Step {
  const socket = line.socket + 1
  const next: Line = {
    ...line,
    socket,
    connection: { is: 'connecting' },
    acked: line.last,
    ackedAtMs: nowMs,
    sinceMs: nowMs,
    heardMs: nowMs,
    pingedMs: null,
  }
  return [next, [{ do: 'open', socket, after: line.last }]]
}

function hangUp(line: Line, connection: Connection, { nowMs }: Moment): Step {
  const effects: Effect[] = isOpen(line) ? [{ do: 'close', socket: line.socket }] : []
  return [{ ...line, connection, sinceMs: nowMs, pingedMs: null }, effects]
}

type Why = Extract<Connection, { is: 'waiting' }>['why']

function wait(line: Line, why: Why, at: Moment): Step {
  const untilMs = at.nowMs + backoffMs(line.attempt, at.random)
  const connection: Connection = line.online ? { is: 'waiting', untilMs, why } : { is: 'offline', untilMs }
  const [next, effects] = hangUp(line, connection, at)
  return [{ ...next, attempt: line.attempt + 1 }, effects]
}

function onClosed(line: Line, code: number, at: Moment): Step {
  if (code === CLOSE.unauthenticated) return [{ ...line, connection: { is: 'signed_out' } }, []]
  if (code === CLOSE.gone) return [{ ...line, connection: { is: 'gone' } }, []]
  const neverOpened = line.connection.is === 'connecting'
  const why = code === CLOSE.lagging ? 'lagging' : neverOpened ? 'refused' : 'lost'
  const [next] = wait(line, why, at)
  return [next, neverOpened ? [{ do: 'check', socket: line.socket }] : []]
}

function onChecked(line: Line, outcome: 'fine' | 'signed_out' | 'gone' | 'unreachable'): Step {
  if (outcome === 'fine' || outcome === 'unreachable' || !isWaiting(line)) return [line, []]
  return [{ ...line, connection: { is: outcome } }, []]
}

function onOffline(line: Line, at: Moment): Step {
  const { connection } = line
  if (connection.is === 'waiting')
    return [{ ...line, connection: { is: 'offline', untilMs: connection.untilMs } }, []]
  return isOpen(line) && connection.is !== 'connecting' ? ping(line, at) : [line, []]
}

function onVisible(line: Line, at: Moment): Step {
  if (isWaiting(line)) return connect(line, at)
  // A laptop that slept holds a socket that is dead without having been told so.
  return isOpen(line) && line.connection.is !== 'connecting' ? ping(line, at) : [line, []]
}

function ping(line: Line, { nowMs }: Moment): Step {
  if (line.pingedMs !== null) return [line, []]
  return [{ ...line, pingedMs: nowMs }, [{ do: 'send', socket: line.socket, text: 'ping' }]]
}

function onTick(line: Line, at: Moment): Step {
  const { connection } = line
  const { nowMs } = at
  if (connection.is === 'waiting' || connection.is === 'offline')
    return nowMs >= connection.untilMs ? connect(line, at) : [line, []]
  if (connection.is === 'connecting')
    return nowMs - line.sinceMs > CONNECT_MS ? wait(line, 'refused', at) : [line, []]
  if (!isOpen(line)) return [line, []]
  // Timers of a tab in the background come late; only silence since the ping counts, not the lateness.
  if (line.pingedMs !== null && line.heardMs <= line.pingedMs && nowMs - line.pingedMs > PONG_WITHIN_MS)
    return wait(line, 'lost', at)
  const settled =
    connection.is === 'live' && nowMs - line.sinceMs > SETTLED_MS ? { ...line, attempt: 0 } : line
  const [acked, acks] = acknowledge(settled, at, ACK_WITHIN_MS)
  if (nowMs - acked.heardMs < PING_EVERY_MS) return [acked, acks]
  const [pinged, pings] = ping(acked, at)
  return [pinged, [...acks, ...pings]]
}

function acknowledge(line: Line, { nowMs }: Moment, withinMs: number): Step {
  const behind = line.last - line.acked
  if (behind < 1 || (behind < ACK_EVERY && nowMs - line.ackedAtMs < withinMs)) return [line, []]
  const text = JSON.stringify({ type: 'ack', seq: line.last })
  return [{ ...line, acked: line.last, ackedAtMs: nowMs }, [{ do: 'send', socket: line.socket, text }]]
}

function onFrame(before: Line, frame: Frame, at: Moment): Step {
  const line: Line = { ...before, heardMs: at.nowMs, pingedMs: null }
  switch (frame.type) {
    case 'hello':
      return onHello(line, frame, at)
    case 'viewers':
      return [line, [{ do: 'viewers', viewers: frame.viewers }]]
    case 'heartbeat':
      return [line, [{ do: 'heartbeat', timestamp: frame.timestamp }]]
    case 'error':
      return frame.problem.code === 'unauthenticated' ? hangUp(line, { is: 'signed_out' }, at) : [line, []]
    case 'batch':
      return onEntries(line, frame.entries, at)
    case 'beat':
    case 'system':
    case 'amendment':
      return onEntries(line, [frame], at)
    default:
      return assertNever(frame)
  }
}

type Hello = Extract<Frame, { type: 'hello' }>

function onHello(line: Line, hello: Hello, at: Moment): Step {
  const { state: run, last_seq: to, viewers } = hello
  if (to < line.last) {
    const [next, effects] = connect({ ...line, last: 0 }, at)
    return [next, [{ do: 'close', socket: line.socket }, { do: 'reset' }, ...effects]]
  }
  const connection: Connection = to > line.last ? { is: 'replaying', from: line.last, to } : { is: 'live' }
  const effects: Effect[] = [{ do: 'state', run }]
  if (viewers !== undefined) effects.push({ do: 'viewers', viewers })
  return [{ ...line, connection, sinceMs: at.nowMs }, effects]
}

function onEntries(line: Line, entries: Entry[], at: Moment): Step {
  const fresh: Entry[] = []
  let last = line.last
  let gap = false
  for (const entry of entries) {
    if (entry.seq <= last) continue
    if (entry.seq > last + 1) {
      gap = true
      break
    }
    last = entry.seq
    fresh.push(entry)
  }
  const effects: Effect[] = fresh.length > 0 ? [{ do: 'entries', entries: fresh }] : []
  const moved: Line = { ...line, last }
  if (gap) {
    const [next, more] = wait(moved, 'gap', at)
    return [next, [...effects, ...more]]
  }
  const { connection } = moved
  const caughtUp = connection.is === 'replaying' && last >= connection.to
  const arrived: Line = caughtUp ? { ...moved, connection: { is: 'live' }, sinceMs: at.nowMs } : moved
  const [next, acks] = acknowledge(arrived, at, Infinity)
  return [next, [...effects, ...acks]]
}
