const scripts: readonly [language: string, pattern: RegExp][] = [
  ['ja', /[\u3040-\u30ff]/],
  ['zh', /[\u3400-\u9fff]/],
  ['ko', /[\uac00-\ud7af]/],
  ['ar', /[\u0600-\u06ff]/],
  ['hi', /[\u0900-\u097f]/],
  ['ru', /[\u0400-\u04ff]/],
  ['el', /[\u0370-\u03ff]/],
  ['he', /[\u0590-\u05ff]/],
  ['th', /[\u0e00-\u0e7f]/],
]

/** Small words that tell languages of one script apart. */
const markers: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'and', 'of', 'is', 'to', 'you', 'that', 'what', 'how', 'this'],
  de: ['der', 'die', 'und', 'das', 'ist', 'nicht', 'ein', 'wie', 'ich', 'mit'],
  fr: ['le', 'les', 'et', 'est', 'des', 'une', 'vous', 'pas', 'que', 'pour'],
  es: ['el', 'los', 'y', 'es', 'una', 'por', 'como', 'para', 'que', 'del'],
  pt: ['o', 'os', 'e', 'uma', 'não', 'para', 'como', 'você', 'do', 'que'],
}

/** Enough to tell; more costs time and tells no more. */
const readUnits = 2000

/**
 * Languages a text may be in: the script's, and for Latin letters those whose small words it has most of. Empty for
 * a text that shows nothing. A guess from small words, good for sentences and no more.
 */
export function guessLanguages(text: string): string[] {
  const head = text.slice(0, readUnits)
  const found = scripts.filter(([, pattern]) => pattern.test(head)).map(([language]) => language)
  const languages = found.includes('ja') ? found.filter((language) => language !== 'zh') : found
  const words = new Map<string, number>()
  for (const word of head.toLowerCase().split(/[^\p{L}]+/u)) words.set(word, (words.get(word) ?? 0) + 1)
  const counts = Object.entries(markers).map(([language, list]): [string, number] => [
    language,
    list.reduce((sum, word) => sum + (words.get(word) ?? 0), 0),
  ])
  const most = Math.max(...counts.map(([, count]) => count))
  const latin = most === 0 ? [] : counts.filter(([, count]) => count === most).map(([language]) => language)
  return [...languages, ...latin]
}
