/** Remembers what was said, so that a lasting trouble is told once and not with every call. */
export class Once {
  readonly #said = new Set<string>()

  /** Runs `say` unless it ran under this name since the last {@link forget}. */
  tell(name: string, say: () => void): void {
    if (this.#said.has(name)) return
    this.#said.add(name)
    say()
  }

  /** The trouble is over: the next of its kind is told again. */
  forget(name: string): void {
    this.#said.delete(name)
  }
}
