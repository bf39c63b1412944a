const rightToLeft =
  /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}|\u200f/u
const digit = /\p{Nd}/u
/** Between two digits these belong to the number: 10:30, 1,234.5, 2026-11-22. */
const inNumber = /^[.,:/\-+]$/

type Kind = 'L' | 'R' | 'digit' | 'neutral'

/** Asked for every letter of a document. */
const kinds = new Map<string, Kind>()
const kindsMost = 20_000

function kindOf(cluster: string): Kind {
  let kind = kinds.get(cluster)
  if (kind === undefined) {
    if (kinds.size >= kindsMost) kinds.clear()
    kinds.set(cluster, (kind = classify(cluster)))
  }
  return kind
}

function classify(cluster: string): Kind {
  // Arabic-Indic digits are of the script, and are written from left to right like all others.
  if (digit.test(cluster)) return 'digit'
  if (rightToLeft.test(cluster)) return /[\p{L}\p{M}\u200f]/u.test(cluster) ? 'R' : 'neutral'
  return /[\p{L}]/u.test(cluster) ? 'L' : 'neutral'
}

/** Whether a text reads from right to left: its first letter decides (UAX #9, P2). */
export function isRightToLeft(clusters: Iterable<string>): boolean {
  for (const cluster of clusters) {
    const kind = kindOf(cluster)
    if (kind === 'R' || kind === 'L') return kind === 'R'
  }
  return false
}

/**
 * Embedding levels of the clusters of a line: even ones are set from left to right, odd ones from right to left.
 * The implicit part of the Unicode Bidirectional Algorithm (UAX #9, W1 to N2 and I1, I2), without the explicit
 * embeddings that texts hardly use.
 */
export function levelsOf(clusters: readonly string[]): number[] {
  const base = isRightToLeft(clusters) ? 1 : 0
  const kindsOf = clusters.map(kindOf)
  for (let i = 1; i < kindsOf.length - 1; i++) {
    const between = kindsOf[i - 1] === 'digit' && kindsOf[i + 1] === 'digit'
    if (between && inNumber.test(clusters[i] ?? '')) kindsOf[i] = 'digit'
  }
  const levels: number[] = []
  /** The last strong direction before the cluster; a line begins in its own. */
  let strong: 'L' | 'R' = base === 1 ? 'R' : 'L'
  for (let i = 0; i < kindsOf.length;) {
    const kind = kindsOf[i]
    let end = i + 1
    if (kind === 'neutral') while (kindsOf[end] === 'neutral') end++
    let level: number
    if (kind === 'digit') level = strong === 'R' ? 2 : 0
    else if (kind === 'neutral') level = neutralLevel(strong, kindsOf[end], base)
    else {
      strong = kind === 'R' ? 'R' : 'L'
      level = strong === 'R' ? 1 : base * 2
    }
    // In a line from right to left, a number is at the level of Latin text, whatever it follows.
    if (kind === 'digit' && base === 1) level = 2
    for (; i < end; i++) levels.push(level)
  }
  return levels
}

/** Neutrals between letters of one direction go with them, all others with the line (N1, N2); digits count as R. */
function neutralLevel(before: 'L' | 'R', next: Kind | undefined, base: number): number {
  const line = base === 1 ? 'R' : 'L'
  const after = next === undefined ? line : next === 'L' ? 'L' : next === 'digit' ? before : 'R'
  const direction = before === after ? before : line
  return direction === 'R' ? 1 : base * 2
}

/** Items with levels, in the order in which they are seen from left to right (UAX #9, L2). */
export function visualOrder<T extends { level: number }>(items: readonly T[]): T[] {
  const order = [...items]
  const most = Math.max(0, ...order.map(({ level }) => level))
  for (let level = most; level >= 1; level--) {
    for (let from = 0; from < order.length; from++) {
      let to = from
      while ((order[to]?.level ?? -1) >= level) to++
      if (to > from) order.splice(from, to - from, ...order.slice(from, to).toReversed())
      from = Math.max(from, to)
    }
  }
  return order
}

const mirrored = new Map(
  ['()', '[]', '{}', '<>', '«»', '‹›'].flatMap(([a = '', b = '']) => [
    [a, b],
    [b, a],
  ]),
)

/** A stretch without letters as it stands in right-to-left text: turned round, its brackets mirrored (L4). */
export function turned(clusters: readonly string[]): string {
  return clusters
    .toReversed()
    .map((one) => mirrored.get(one) ?? one)
    .join('')
}

/** Whether a stretch has letters that its font sets from right to left by itself. */
export function hasLetters(text: string): boolean {
  return rightToLeft.test(text) && /\p{L}/u.test(text)
}
