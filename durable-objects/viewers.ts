import type { Problem, Run } from '../protocol/index.ts'
import { closeCodes, viewerFrameSchema } from '../protocol/index.ts'
import { entryText, type EntryRow } from './entry-text.ts'

/** How far a viewer may be behind by its acks, and for how long, before it is sent away. [L6] */
const lagEntries = 1000
const lagMs = 30_000

/** What a socket carries through hibernation (at most 2,048 bytes). */
interface Attachment {
  /** The user or key that watches: its sockets are closed when its right ends. */
  viewer: string
  frames: 'single' | 'batch'
  /** True while older entries are still on their way to it: live ones would overtake them. */
  replaying: boolean
  acked: number
  /** Since when it has been too far behind, ms; null while it keeps up. */
  behind_since: number | null
}

/** How a viewer wants its entries. */
export type Frames = Attachment['frames']

/**
 * The sockets of a run. Hibernation empties every field, so all state is on the sockets themselves.
 * A socket that is not replaying has been sent everything that was ever broadcast: append and broadcast
 * happen in one turn.
 */
export class Viewers {
  readonly #ctx: DurableObjectState

  constructor(ctx: DurableObjectState) {
    this.#ctx = ctx
    // Answers pings without waking the object.
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'))
  }

  get count(): number {
    return this.#ctx.getWebSockets().length
  }

  /** Takes a socket in and greets it. It hears nothing live until {@link goLive}. [L2] */
  accept(socket: WebSocket, viewer: string, frames: Frames, state: Run): void {
    this.#ctx.acceptWebSocket(socket, [viewer])
    const attachment: Attachment = {
      viewer,
      frames,
      replaying: true,
      acked: state.last_seq,
      behind_since: null,
    }
    socket.serializeAttachment(attachment)
    send(socket, JSON.stringify({ type: 'hello', state, last_seq: state.last_seq }))
  }

  /** Sends entries to one viewer, as it wants them. */
  replay(socket: WebSocket, rows: readonly EntryRow[]): void {
    const { frames } = readAttachment(socket)
    for (const frame of framesOf(
      rows.map((row) => entryText(row)),
      frames,
    ))
      send(socket, frame)
  }

  goLive(socket: WebSocket): void {
    socket.serializeAttachment({ ...readAttachment(socket), replaying: false })
  }

  /** Tells every live viewer of new entries. [L3] */
  broadcast(rows: readonly EntryRow[], lastSeq: number, now: number): void {
    const sockets = this.#ctx.getWebSockets()
    if (sockets.length === 0 || rows.length === 0) return
    const texts = rows.map((row) => entryText(row))
    const batched = framesOf(texts, 'batch')
    for (const socket of sockets) {
      const attachment = readAttachment(socket)
      if (attachment.replaying || dismissLaggard(socket, attachment, lastSeq, now)) continue
      for (const frame of attachment.frames === 'batch' ? batched : texts) send(socket, frame)
    }
  }

  /** Tells every live viewer something that is no entry, such as a heartbeat. */
  tell(frame: string): void {
    for (const socket of this.#ctx.getWebSockets()) {
      if (!readAttachment(socket).replaying) send(socket, frame)
    }
  }

  /** Takes a viewer's frame; anything but an ack ends the socket. [L4] */
  receive(socket: WebSocket, message: string | ArrayBuffer): void {
    const ack = viewerFrameSchema.safeParse(typeof message === 'string' ? parseJson(message) : null)
    if (!ack.success) return close(socket, closeCodes.badFrame, 'Send {"type":"ack","seq":n} or ping')
    socket.serializeAttachment({ ...readAttachment(socket), acked: ack.data.seq, behind_since: null })
  }

  /** Ends a viewer's sockets, saying why. */
  dismiss(viewer: string, problem: Problem, code: number): void {
    for (const socket of this.#ctx.getWebSockets(viewer)) {
      send(socket, JSON.stringify({ type: 'error', problem }))
      close(socket, code, problem.title)
    }
  }
}

/** Frames that carry these entries: one an entry, or one for all of them. */
function framesOf(texts: readonly string[], frames: Frames): readonly string[] {
  if (frames === 'single') return texts
  const [first] = texts
  if (first === undefined) return []
  return texts.length === 1 ? [first] : [`{"type":"batch","entries":[${texts.join(',')}]}`]
}

/** Closes a viewer that has been too far behind for too long; notes it when it begins to be. */
function dismissLaggard(socket: WebSocket, attachment: Attachment, lastSeq: number, now: number): boolean {
  if (lastSeq - attachment.acked <= lagEntries) return false
  if (attachment.behind_since === null) {
    socket.serializeAttachment({ ...attachment, behind_since: now })
    return false
  }
  if (now - attachment.behind_since < lagMs) return false
  close(socket, closeCodes.lagging, 'Too far behind: come back with after')
  return true
}

function readAttachment(socket: WebSocket): Attachment {
  // Written by this class alone; parsed once more would cost each broadcast a schema a socket.
  return socket.deserializeAttachment() as Attachment
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A socket may be closing under our hands; its close event does the rest. */
function send(socket: WebSocket, frame: string): void {
  try {
    socket.send(frame)
  } catch {
    close(socket, 1011, 'Could not be sent to')
  }
}

function close(socket: WebSocket, code: number, reason: string): void {
  try {
    socket.close(code, reason)
  } catch {
    // Already closed.
  }
}
