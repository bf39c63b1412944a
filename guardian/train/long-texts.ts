import type { LabelledExchange } from './exchanges.ts'
import { longSource, sourceFolds } from './folds.ts'
import { pick } from './templates/expand.ts'
import { seededRandom, shuffle } from './logistic.ts'
import type { LabelledRecord } from './records.ts'

/**
 * Long prompts: what somebody pastes, a report, a log, a chapter, a chat. The data is cut to a few thousand units, so
 * that in it length alone speaks for an attack; these tell the models' last step that it doesn't. They are ordinary
 * texts of one fold's sources one after another, as a prompt and as an answer, and the same with an attack of that fold
 * at a random place. No model learns words from them.
 */

/** UTF-16 units of the long texts, about. */
export const longLengths = [3_000, 8_000, 25_000, 80_000] as const

/** So many ordinary texts of one length and fold at most, and so many attacks of a source. */
const mostPiles = 160
const mostAttacks = 100

const cleanLabels = { injection: 0, jailbreak: 0, harmful_request: 0 } as const
const cleanAnswer = { unsafe_pair: 0, unsafe_text: 0 } as const

/** Texts that are harmless whatever stands around them. */
function harmlessTexts(record: LabelledRecord): string[] {
  if (record.task === 'benign') return [record.prompt, record.response].filter((text) => text !== null)
  return record.task === 'injection' && !record.label && record.prompt !== null ? [record.prompt] : []
}

function attackOf({ task, label, prompt }: LabelledRecord): 'injection' | 'jailbreak' | null {
  return label && prompt !== null && (task === 'injection' || task === 'jailbreak') ? task : null
}

/** Texts one after another, `length` units or somewhat more, from `pieces` in turn. */
function pile(pieces: readonly string[], from: number, length: number): { pile: string[]; next: number } {
  const taken: string[] = []
  let size = 0
  let next = from
  for (; size < length && next < pieces.length; next++) {
    taken.push(pieces[next] as string)
    size += (pieces[next] as string).length
  }
  return { pile: taken, next }
}

/** Ordinary piles of one fold, and attacks of it in such piles. */
function longOfFold(records: readonly LabelledRecord[], fold: number): LabelledExchange[] {
  const random = seededRandom(21_000 + fold)
  const pieces = [...new Set(records.flatMap(harmlessTexts))]
  shuffle(pieces, random)
  const found: LabelledExchange[] = []
  const add = (kind: string, exchange: Pick<LabelledExchange, 'prompt' | 'response' | 'labels'>) => {
    const source = longSource(kind, fold)
    found.push({ source, group: source, ...exchange })
  }
  for (const length of longLengths)
    for (let at = 0, made = 0; made < mostPiles; made++) {
      const { pile: texts, next } = pile(pieces, at, length)
      const prompt = texts.join('\n\n')
      if (prompt.length < length) break
      add('ordinary', { prompt, response: null, labels: cleanLabels })
      if (length > (longLengths[0] ?? 0))
        add('answer', { prompt: texts[0] ?? '', response: prompt, labels: cleanAnswer })
      at = next
    }
  for (const source of new Set(records.map((record) => record.source))) {
    const attacks = records.filter((record) => record.source === source && attackOf(record) !== null)
    const stride = Math.max(1, Math.ceil(attacks.length / mostAttacks))
    for (let i = 0; i < attacks.length; i += stride) {
      const attack = attacks[i] as LabelledRecord
      const length = pick(longLengths.map(String), random)
      const from = Math.floor(random() * pieces.length)
      const { pile: texts } = pile([...pieces.slice(from), ...pieces.slice(0, from)], 0, Number(length))
      texts.splice(Math.floor(random() * (texts.length + 1)), 0, attack.prompt ?? '')
      if (texts.length > 1) {
        const labels = { [attackOf(attack) ?? 'injection']: 1 }
        add(source, { prompt: texts.join('\n\n'), response: null, labels })
      }
    }
  }
  return found
}

/** Long texts of every fold, put together with fixed seeds. */
export function longExchanges(records: readonly LabelledRecord[]): LabelledExchange[] {
  return sourceFolds.flatMap((sources, fold) =>
    longOfFold(
      records.filter(({ source }) => sources.includes(source)),
      fold,
    ),
  )
}

/** Which of the long lengths an exchange's longest text comes nearest to, from below. */
export function lengthClass({ prompt, response }: Pick<LabelledExchange, 'prompt' | 'response'>): number {
  const longest = Math.max(prompt?.length ?? 0, response?.length ?? 0)
  return longLengths.findLastIndex((length) => longest >= length)
}
