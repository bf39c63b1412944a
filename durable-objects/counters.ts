/** Least time between two writes of an isolate, ms. [M2] */
const writeEveryMs = 10_000
/** Different counters an isolate keeps; beyond, it is a bug, and nothing more is kept. */
const countersMost = 500

/** Labels of a counter, such as `{color: 'red'}`; few values each, never a person's or an id. */
export type Labels = Readonly<Record<string, string>>

/**
 * Counts in memory, to be added to D1 now and then: a beat pays one addition. What an isolate has not written
 * when it is lost is lost with it, 10 s at most.
 */
export class Counters {
  /** By name and labels, parted by a blank. */
  #counts = new Map<string, number>()
  #writtenAt = 0

  /** @param n how much is added, a whole number */
  countUp(name: string, labels: Labels = {}, n = 1): void {
    const key = `${name} ${labelText(labels)}`
    const count = this.#counts.get(key)
    if (count === undefined && this.#counts.size >= countersMost) return
    this.#counts.set(key, (count ?? 0) + n)
  }

  /** Whether something was counted and {@link take} would give it. @param now ms since the epoch */
  isDue(now: number, everyMs = writeEveryMs): boolean {
    return this.#counts.size > 0 && now - this.#writtenAt >= everyMs
  }

  /**
   * What a write is due for, or null: nothing was counted, or one has just been made.
   *
   * @param now ms since the epoch
   */
  take(now: number, everyMs = writeEveryMs): Map<string, number> | null {
    if (!this.isDue(now, everyMs)) return null
    const taken = this.#counts
    this.#counts = new Map()
    this.#writtenAt = now
    return taken
  }

  /** Counts again what could not be written. */
  putBack(taken: ReadonlyMap<string, number>): void {
    for (const [key, n] of taken) this.#counts.set(key, (this.#counts.get(key) ?? 0) + n)
  }
}

/** Those of this isolate, of its Worker and its objects alike. */
export const counters = new Counters()

/** Counts something that an operator may want to know of. See {@link Counters}. */
export function countUp(name: string, labels?: Labels, n?: number): void {
  counters.countUp(name, labels, n)
}

/** OpenMetrics label set without braces, sorted by name. */
function labelText(labels: Labels): string {
  const names = Object.keys(labels)
  // Every beat counts under one label at most.
  if (names.length > 1) names.sort()
  let text = ''
  for (const name of names) text += `${text === '' ? '' : ','}${name}="${labelValue(labels[name] ?? '')}"`
  return text
}

/** Values are our own words, hardly ever with anything to escape. */
function labelValue(value: string): string {
  return /[\\"\n]/.test(value) ? value.replaceAll(/[\\"\n]/g, escaped) : value
}

function escaped(sign: string): string {
  return sign === '\n' ? String.raw`\n` : `\\${sign}`
}
