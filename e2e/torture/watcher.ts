import * as z from 'zod'

const entrySchema = z.looseObject({ type: z.string(), seq: z.int(), hash: z.string() })
const frameSchema = z.looseObject({ type: z.string(), entries: z.array(entrySchema).optional() })

/** A viewer of one run that comes back whenever it is cut off, and keeps its own record. */
export class Watcher {
  readonly runId: string
  /** `hash` by `seq`, from 1, in the order it was told. */
  readonly record: string[] = []
  readonly faults: string[] = []
  connections = 0
  readonly #url: () => string
  readonly #token: string
  readonly #frames: string
  #socket: WebSocket | null = null
  #closed = false

  constructor(url: () => string, token: string, runId: string, frames: 'single' | 'batch') {
    this.#url = url
    this.#token = token
    this.runId = runId
    this.#frames = frames
    this.#connect()
  }

  close(): void {
    this.#closed = true
    this.#socket?.close()
  }

  #connect(): void {
    if (this.#closed) return
    this.connections++
    const query = `token=${this.#token}&after=${this.record.length}&frames=${this.#frames}`
    const socket = new WebSocket(`${this.#url()}/ws/simulator/${this.runId}/?${query}`)
    this.#socket = socket
    let unacked = 0
    socket.addEventListener('message', (event) => {
      const frame = frameSchema.parse(JSON.parse(String(event.data)))
      const entries =
        frame.entries ?? [entrySchema.safeParse(frame).data].filter((entry) => entry !== undefined)
      for (const entry of entries) this.#note(entry)
      unacked += entries.length
      if (unacked < 100 || socket.readyState !== socket.OPEN) return
      unacked = 0
      socket.send(JSON.stringify({ type: 'ack', seq: this.record.length }))
    })
    socket.addEventListener('close', () => setTimeout(() => this.#connect(), 50))
    socket.addEventListener('error', () => undefined)
  }

  #note({ seq, hash }: z.infer<typeof entrySchema>): void {
    const due = this.record.length + 1
    if (seq === due) this.record.push(hash)
    else this.faults.push(`${this.runId}: told of ${seq} where ${due} was due`)
  }
}
