import type { Result } from '../result.ts'
import { Channel, type GrowingCheck } from './channel.ts'
import type { Delta } from './delta-texts.ts'
import { Transcript } from './transcript.ts'

interface Held<T> {
  item: T
  deltas: readonly Delta[]
  /** Up to where each text must be released before the item may be. */
  marks: { channel: Channel; end: number }[]
}

/** What may wait behind a text that is not settled: beyond it, what is held is judged as it stands. */
const mostHeld = 2048
/** More texts than this in one stream are no longer kept apart. */
const mostChannels = 64

/**
 * Holds back the items of a stream by the least that is needed, and releases them in their order. Pure: no time and
 * no I/O is in it.
 */
export class StreamGuard<T> {
  readonly transcript = new Transcript()
  readonly #check: GrowingCheck | null
  readonly #channels = new Map<string, Channel>()
  #queue: Held<T>[] = []
  #violation: Result | null = null
  #lastText: { item: T; deltas: readonly Delta[] } | null = null

  /** @param check null where everything is released at once */
  constructor(check: GrowingCheck | null) {
    this.#check = check
  }

  /** The finding that ended the release; null while there is none. */
  get violation(): Result | null {
    return this.#violation
  }

  /** The first item that holds text and was not released, else the last that does; null while none came. */
  get firstText(): { item: T; deltas: readonly Delta[] } | null {
    return this.#queue.find(({ deltas }) => deltas.length > 0) ?? this.#lastText
  }

  /** Takes an item in; returns what may be released now. */
  push(item: T, deltas: readonly Delta[]): T[] {
    const marks: Held<T>['marks'] = []
    let start = 0
    for (const { channel: name, text } of deltas) {
      const channel = this.#channel(name)
      start = channel.length
      channel.append(text)
      this.transcript.append(name, text)
      this.#violation ??= channel.violation
      marks.push({ channel, end: channel.length })
    }
    if (deltas.length > 0) this.#lastText = { item, deltas }
    const [mark] = marks
    if (typeof item === 'string' && mark !== undefined) {
      for (const piece of pieces(item, mark, start)) this.#queue.push({ ...piece, deltas } as Held<T>)
    } else this.#queue.push({ item, deltas, marks })
    if (this.#queue.length > mostHeld) this.#settleAll()
    return this.#release()
  }

  /** Nothing more comes: judges what is held, and returns what may be released of it. */
  end(): T[] {
    this.#settleAll()
    return this.#release()
  }

  /** The whole was judged and may pass: whatever is still held. */
  rest(): T[] {
    return this.#queue.splice(0).map(({ item }) => item)
  }

  #channel(name: string): Channel {
    let channel = this.#channels.get(name)
    if (channel === undefined && this.#channels.size >= mostChannels) {
      channel = this.#channels.values().next().value
    }
    channel ??= new Channel(this.#check)
    if (this.#channels.size < mostChannels) this.#channels.set(name, channel)
    return channel
  }

  #settleAll(): void {
    for (const channel of this.#channels.values()) {
      channel.settle()
      this.#violation ??= channel.violation
    }
  }

  #release(): T[] {
    const ready = this.#queue.findIndex(({ marks }) =>
      marks.some(({ channel, end }) => channel.released < end),
    )
    const out = this.#queue.splice(0, ready < 0 ? this.#queue.length : ready)
    return out.map(({ item }) => item)
  }
}

/** Cuts a string where it is settled, so that no more of it is held than must be. */
function pieces(text: string, mark: { channel: Channel; end: number }, start: number) {
  const at = mark.channel.settled - start
  if (at <= 0 || at >= text.length) return [{ item: text, marks: [mark] }]
  return [
    { item: text.slice(0, at), marks: [{ ...mark, end: start + at }] },
    { item: text.slice(at), marks: [mark] },
  ]
}
