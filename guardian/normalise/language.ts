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
const markers: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    'the and of is to you that what how this a in my me for i it on with write please can are do give',
  ),
  de: words(
    'der die und das ist nicht ein eine wie ich mit bitte mir meine du den im zu für auf was kannst von es',
  ),
  fr: words(
    "le la les et est des une un vous pas que pour sur du ce tu en dans je moi mon l d s'il comment écris",
  ),
  es: words('el la los y es una un por como para que del de en me mi qué cómo cuál con las se escribe'),
  pt: words('o a os e uma um para como que do da não você de em me com por qual escreva faça'),
  it: words('il lo gli e è una un per come che di del della mi non scrivi con sono'),
  nl: words('de het en een is niet van hoe ik je voor met wat op maak'),
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

/** The languages that a small word speaks for. */
const languagesOf = new Map<string, string[]>()
for (const [language, small] of Object.entries(markers))
  for (const word of small) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language])

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
  // In the order in which languages first show: of several that show as much, the first is named first.
  const counts = new Map<string, number>()
  for (const word of head.toLowerCase().split(/[^\p{L}]+/u)) {
    for (const language of languagesOf.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  const most = Math.max(0, ...counts.values())
  const latin = Array.from(counts).flatMap(([language, count]) => (count === most ? [language] : []))
  return [...languages, ...latin]
}
