import { countUp } from './counters.ts'
import type { Problem, Run } from '../protocol/index.ts'
import { closeCodes } from '../protocol/index.ts'
import { EntryFrames, type FrameKind } from './entry-frames.ts'
import type { EntryRow } from './entry-text.ts'
import type { ViewerRight } from './viewer-rights.ts'

/** How far a viewer may be behind by its acks, and for how long, before it is sent away. [L6] */
const lagEntries = 1000
const lagMs = 30_000
/** The longest frame a viewer has reason to send. */
const frameMost = 200
/** Among more viewers than this, their number is not told whenever one comes or goes. */
const countedMost = 50

/** Who watches: an actor, and the credential it came by. */
export interface ViewerIdentity {
  /** Id of the person or key. */
  viewer: string
  /** SHA-256 of the credential, hex; null for a ticket. */
  credential: string | null
}

/** What a socket carries through hibernation (at most 2,048 bytes): written whenever any of it changes. */
interface Attachment extends ViewerIdentity, FrameKind {
  /** True while older entries are still on their way to it: live ones would overtake them. */
  replaying: boolean
}

/** A socket as memory has it. */
interface Viewer extends Attachment {
  socket: WebSocket
  /** The last `seq` it says it has; null after a hibernation, until it says so again. */
  acked: number | null
  /** Since when it has been too far behind, ms; null while it keeps up. */
  behindSince: number | null
}

/**
 * The sockets of a run. Hibernation empties every field, so what must last is on the sockets themselves, and
 * acks, which come again, are not. A socket that is not replaying has been sent everything that was ever
 * broadcast: append and broadcast happen in one turn.
 */
export class Viewers {
  readonly #ctx: DurableObjectState
  readonly #viewers = new Map<WebSocket, Viewer>()

  constructor(ctx: DurableObjectState) {
    this.#ctx = ctx
    // Answers pings without waking the object.
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'))
    for (const socket of ctx.getWebSockets()) {
      const attachment = readAttachment(socket)
      // Whoever was sending it the past is gone; from here nobody knows how far that went.
      if (!attachment || attachment.replaying) close(socket, 1012, 'Restarted: come back with after')
      else this.#viewers.set(socket, { ...attachment, socket, acked: null, behindSince: null })
    }
  }

  get count(): number {
    return this.#viewers.size
  }

  /** Everybody who watches, each once. */
  identities(): ViewerIdentity[] {
    const seen = new Map<string, ViewerIdentity>()
    for (const { viewer, credential } of this.#viewers.values()) {
      seen.set(`${viewer} ${credential ?? ''}`, { viewer, credential })
    }
    return [...seen.values()]
  }

  /**
   * Takes a socket in and greets it. [L2]
   *
   * @param after the last `seq` it has; null for one that wants to hear of new entries alone. With a number it
   *   hears nothing live until {@link goLive}
   */
  accept(socket: WebSocket, who: ViewerIdentity, how: FrameKind, state: Run, after: number | null): void {
    this.#ctx.acceptWebSocket(socket)
    const attachment: Attachment = { ...who, ...how, replaying: after !== null }
    const viewer = { ...attachment, socket, acked: after ?? state.last_seq, behindSince: null }
    this.#viewers.set(socket, viewer)
    attach(viewer)
    countUp('custos_viewers_opened')
    const viewers = this.#viewers.size
    this.#send(socket, JSON.stringify({ type: 'hello', state, last_seq: state.last_seq, viewers }))
    this.#tellCount(socket)
  }

  /** Sends entries to one viewer, as it wants them; false when it is gone. */
  replay(socket: WebSocket, rows: readonly EntryRow[]): boolean {
    const viewer = this.#viewers.get(socket)
    if (!viewer) return false
    for (const frame of new EntryFrames(rows).of(viewer)) this.#send(socket, frame)
    return this.#viewers.has(socket)
  }

  /** The last `seq` that a viewer acknowledged; Infinity when it is gone. */
  acked(socket: WebSocket): number {
    const viewer = this.#viewers.get(socket)
    return viewer ? (viewer.acked ?? 0) : Infinity
  }

  goLive(socket: WebSocket): void {
    const viewer = this.#viewers.get(socket)
    if (!viewer) return
    viewer.replaying = false
    attach(viewer)
  }

  /** Tells every live viewer of new entries. [L3] */
  broadcast(rows: readonly EntryRow[], lastSeq: number, now: number): void {
    if (this.#viewers.size === 0 || rows.length === 0) return
    const frames = new EntryFrames(rows)
    for (const viewer of this.#viewers.values()) {
      if (viewer.replaying || this.#dismissLaggard(viewer, lastSeq, now)) continue
      for (const frame of frames.of(viewer)) this.#send(viewer.socket, frame)
    }
  }

  /** Tells every live viewer something that is no entry, such as a heartbeat. */
  tell(frame: string): void {
    for (const viewer of this.#viewers.values()) {
      if (!viewer.replaying) this.#send(viewer.socket, frame)
    }
  }

  /** Takes a viewer's frame; anything but an ack ends the socket. [L4] */
  receive(socket: WebSocket, message: string | ArrayBuffer, lastSeq: number): void {
    const viewer = this.#viewers.get(socket)
    if (!viewer) return
    const acked = typeof message === 'string' && message.length <= frameMost ? readAck(message) : null
    if (acked === null) return this.drop(socket, closeCodes.badFrame, 'Send {"type":"ack","seq":n} or ping')
    viewer.acked = Math.min(acked, lastSeq)
    if (lastSeq - viewer.acked <= lagEntries) viewer.behindSince = null
  }

  /** Forgets a socket that has closed. */
  forget(socket: WebSocket): void {
    if (!this.#viewers.delete(socket)) return
    countUp('custos_viewers_closed')
    this.#tellCount()
  }

  /** Closes a socket, saying why. */
  drop(socket: WebSocket, code: number, reason: string): void {
    this.forget(socket)
    close(socket, code, reason)
  }

  /** Ends the sockets of those whose right has ended, saying why. [L6] */
  dismiss(ended: (who: ViewerIdentity) => boolean, problem: Problem, code: number): void {
    for (const viewer of this.#viewers.values()) {
      if (!ended(viewer)) continue
      this.#send(viewer.socket, JSON.stringify({ type: 'error', problem }))
      this.drop(viewer.socket, code, problem.title)
    }
  }

  /**
   * Leaves texts out of what viewers are sent from now on, or puts them in again. [L7]
   *
   * @param rightOf undefined for one who came while the rights were looked at: the Worker has just looked
   */
  withhold(rightOf: (who: ViewerIdentity) => ViewerRight | undefined): void {
    for (const viewer of this.#viewers.values()) {
      const right = rightOf(viewer)
      if (right === undefined || (right === 'withheld') === viewer.withheld) continue
      viewer.withheld = right === 'withheld'
      attach(viewer)
    }
  }

  /**
   * Tells the pages how many watch, but for the one that was just told. Viewers of single frames are programs, who
   * know the frames of old alone; and where many come and go, each is told with its own hello. [L3]
   */
  #tellCount(but?: WebSocket): void {
    if (this.#viewers.size > countedMost) return
    const frame = JSON.stringify({ type: 'viewers', viewers: this.#viewers.size })
    for (const { socket, frames } of this.#viewers.values()) {
      if (frames === 'batch' && socket !== but) this.#send(socket, frame)
    }
  }

  /** Closes a viewer that has been too far behind for too long; notes it when it begins to be. */
  #dismissLaggard(viewer: Viewer, lastSeq: number, now: number): boolean {
    viewer.acked ??= lastSeq
    if (lastSeq - viewer.acked <= lagEntries) return false
    viewer.behindSince ??= now
    // A clock that was put back begins the wait anew.
    if (viewer.behindSince > now) viewer.behindSince = now
    if (now - viewer.behindSince < lagMs) return false
    this.drop(viewer.socket, closeCodes.lagging, 'Too far behind: come back with after')
    return true
  }

  /** A socket may be closing under our hands. */
  #send(socket: WebSocket, frame: string): void {
    try {
      socket.send(frame)
    } catch {
      this.drop(socket, 1011, 'Could not be sent to')
    }
  }
}

function readAck(message: string): number | null {
  try {
    const frame = JSON.parse(message) as { type?: unknown; seq?: unknown } | null
    const seq = frame?.type === 'ack' ? frame.seq : null
    return typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 0 ? seq : null
  } catch {
    return null
  }
}

/** Writes down on a socket what is to outlast a hibernation. */
function attach({ socket, viewer, credential, frames, withheld, replaying }: Viewer): void {
  const attachment: Attachment = { viewer, credential, frames, withheld, replaying }
  socket.serializeAttachment(attachment)
}

function readAttachment(socket: WebSocket): Attachment | null {
  // Written by this class alone.
  return socket.deserializeAttachment() as Attachment | null
}

function close(socket: WebSocket, code: number, reason: string): void {
  try {
    socket.close(code, reason)
  } catch {
    // Already closed.
  }
}
