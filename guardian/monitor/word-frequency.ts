/** Words so frequent that looking for a phrase at each of them would be waste. */
const commonWords = new Set(
  (
    'the a an to of in and or is are be you your i my me it that this all any from with for on as not no do if will ' +
    'can have was but by at so we they le la les de des un une du et en que der die das und ein eine zu von den mit ' +
    'el los las una y lo por o os um uma e 的 了 是 我 你 不 في من على ال की के का में है को से'
  ).split(' '),
)

/** Frequent in what models are asked. */
const frequentWords = new Set(
  (
    'what how why who which when where make write create give tell show say use using help need want please answer question ' +
    'following first system code content text word user output input please get im should would could just only one also ' +
    'more other than then there their they them he she his her some into about like out up so its if or when does did has had'
  ).split(' '),
)

const firstIdeograph = 0x3040
const ideograph = /^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/

/** How often a word may stand in a text, going by rough classes: only the order matters. */
export function frequencyOf(word: string): number {
  if (commonWords.has(word)) return 200
  if (frequentWords.has(word)) return 40
  if (word.charCodeAt(0) >= firstIdeograph && ideograph.test(word)) return 3
  const length = word.endsWith('*') ? word.length - 1 : word.length
  return length <= 2 ? 40 : length === 3 ? 12 : length === 4 ? 5 : length === 5 ? 3 : 1
}

/** Place of the word of an alternative that stands least often. */
export function rarestOf(words: readonly string[]): number {
  let rarest = 0
  let least = Infinity
  words.forEach((word, index) => {
    const frequency = frequencyOf(word)
    if (frequency < least) [rarest, least] = [index, frequency]
  })
  return rarest
}
