import { principles } from './principles.ts'

/** Something an AI system should hold to, and who says so. */
export interface Principle {
  readonly id: string
  readonly title: string
  readonly statement: string
  readonly source: { readonly name: string; readonly section: string; readonly url: string }
}

/** The principles that rules guard. Starts with the published ones; an operator may add its own. */
export class EthicsRegistry {
  readonly #principles = new Map<string, Principle>()

  constructor(further: readonly Principle[] = []) {
    for (const principle of [...principles, ...further]) this.register(principle)
  }

  /** @throws RangeError when the id is taken */
  register(principle: Principle): void {
    if (this.#principles.has(principle.id))
      throw new RangeError(`principle ${principle.id} is already registered`)
    this.#principles.set(principle.id, principle)
  }

  get(id: string): Principle | null {
    return this.#principles.get(id) ?? null
  }

  list(): Principle[] {
    return [...this.#principles.values()]
  }
}
