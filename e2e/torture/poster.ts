import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import type { Chance } from './chance.ts'

/** Where an acknowledged beat is said to be. */
export interface Acknowledged {
  run_id: string
  seq: number
  hash: string
}

const receiptSchema = z.object({ run_id: z.string(), seq: z.int(), hash: z.string(), id: z.string() })
const batchSchema = z.object({
  results: z.array(z.object({ status: z.int(), beat: receiptSchema.optional() })),
})

/** Ways of a server that is being tortured to say no: all of them mean "again". */
const again = new Set([429, 500, 502, 503])

/** Posts beats as clients do under fire: until acknowledged, some twice, many at once, in no order. */
export class Poster {
  readonly acknowledged = new Map<string, Acknowledged>()
  /** Acknowledgements that said something else than an earlier one for the same beat. */
  readonly contradictions: string[] = []
  posts = 0
  /** Answers of another kind than the ones expected. */
  readonly refused = new Map<string, number>()
  readonly #url: () => string
  readonly #headers: Record<string, string>
  readonly #chance: Chance
  #made = 0

  constructor(url: () => string, key: string, chance: Chance) {
    this.#url = url
    this.#headers = { Authorization: `ApiKey ${key}`, 'Content-Type': 'application/json' }
    this.#chance = chance
  }

  /** Posts until told to stop; returns once every beat that was begun is acknowledged. */
  async post(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      const many = this.#chance.next() < 0.3 ? 1 + this.#chance.below(40) : 1
      const beats = Array.from({ length: many }, () => this.#beat())
      const copies = this.#chance.next() < 0.15 ? 2 : 1
      await Promise.all(Array.from({ length: copies }, () => this.#untilAcknowledged(beats)))
      if (this.#chance.next() < 0.1) await this.#once('', { kind: 'heartbeat', confidence: 1 })
      const known = [...this.acknowledged.keys()]
      const old = known[this.#chance.below(Math.max(1, known.length))]
      // A retry that comes long after its beat was acknowledged.
      if (old !== undefined && this.#chance.next() < 0.2) await this.#untilAcknowledged([this.#beat(old)])
      await sleep(this.#chance.below(20))
    }
  }

  #beat(id = `t-${++this.#made}-${this.#chance.below(1e9)}`) {
    return { id, prompt: `Where is order ${id}?`, response: `Order ${id} is on its way.` }
  }

  async #untilAcknowledged(beats: { id: string }[]): Promise<void> {
    for (let wait = 20; ; wait = Math.min(500, wait * 2)) {
      const [only] = beats
      const done =
        beats.length === 1 && only ? await this.#once('', only) : await this.#once('batch/', { beats })
      if (done) return
      await sleep(this.#chance.below(wait))
    }
  }

  async #once(path: string, body: unknown): Promise<boolean> {
    this.posts++
    try {
      const answer = await fetch(`${this.#url()}/simulator/logs/${path}`, {
        method: 'POST',
        headers: this.#headers,
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(10_000),
      })
      const text = await answer.text()
      if (!answer.ok) {
        if (again.has(answer.status)) return false
        this.#refuse(`${answer.status} ${text.slice(0, 300)}`)
        return true
      }
      const parsed: unknown = JSON.parse(text)
      const batch = batchSchema.safeParse(parsed)
      if (batch.success) {
        for (const { status, beat } of batch.data.results) {
          if (beat) this.#note(beat)
          else this.#refuse(`item ${status}`)
        }
        return batch.data.results.every(({ beat }) => beat !== undefined)
      }
      const receipt = receiptSchema.safeParse(parsed)
      if (receipt.success) this.#note(receipt.data)
      return true
    } catch {
      // Cut, killed or too slow: whoever posts cannot know whether it was taken.
      return false
    }
  }

  #refuse(what: string): void {
    this.refused.set(what, (this.refused.get(what) ?? 0) + 1)
  }

  #note({ id, run_id, seq, hash }: z.infer<typeof receiptSchema>): void {
    const before = this.acknowledged.get(id)
    if (!before) this.acknowledged.set(id, { run_id, seq, hash })
    else if (before.run_id !== run_id || before.seq !== seq || before.hash !== hash) {
      this.contradictions.push(`${id}: ${before.run_id}/${before.seq}, then ${run_id}/${seq}`)
    }
  }
}
