/** Words and phrases that stand for `<name>` in a pattern. */
export type Slots = Readonly<Record<string, readonly string[]>>

/** One of `items`, by the next number of `random`. */
export function pick<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('Nothing to pick from.')
  return item
}

/**
 * Fills a pattern: `{a|b|}` becomes one of its choices (not nested), `<name>` one entry of that slot, which
 * is filled in its turn.
 * @throws Error when a slot is not known, so that a misspelt one is found
 */
export function expand(pattern: string, slots: Slots, random: () => number): string {
  const chosen = pattern.replace(/\{([^{}]*)\}/g, (_, choices: string) => pick(choices.split('|'), random))
  return chosen.replace(/<([a-zA-Z]+)>/g, (_, name: string) => {
    const slot = slots[name]
    if (!slot) throw new Error(`Unknown slot <${name}> in: ${pattern}`)
    return expand(pick(slot, random), slots, random)
  })
}
