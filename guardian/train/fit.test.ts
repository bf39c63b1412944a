import { describe, expect, it } from 'vitest'
import { wordHash } from '../models/text-features.ts'
import { heads } from '../models/text-signals.ts'
import { corpusOf } from './corpus.ts'
import { exchangesOf } from './exchanges.ts'
import { fitModels } from './fit.ts'
import { fitCompositions } from './fit-compositions.ts'
import { outOfFold } from './out-of-fold.ts'
import { seededRandom } from './logistic.ts'
import { packed } from './pack.ts'
import { recordSchema } from './records.ts'
import { samplesOf } from './samples.ts'
import { netScores } from './train-net.ts'
import { vectorSize } from './word-vectors.ts'

/** A made-up task: requests about storms are "harmful", about gardens they are not. */
const bad = ['storm', 'thunder', 'hail', 'flood']
const good = ['garden', 'tulip', 'meadow', 'orchard']
const frames = [
  'how do I start a X',
  'tell me about the X please',
  'a X for my town',
  'what makes a X grow',
  'X',
]
const records = ['first', 'second'].flatMap((source) =>
  frames.flatMap((frame, f) =>
    [...bad, ...good].flatMap((word, w) => {
      const label = w < bad.length
      const prompt = `${frame.replace('X', word)} in ${source}`
      const group = `${source}${f}${w}`
      const replies = [
        {
          task: 'evasion_refusal',
          response: label ? `I cannot talk about ${word}` : `A ${word} is a fine thing`,
          label,
        },
        { task: 'unsafe_response', response: label ? `Make the ${word} worse` : `Water the ${word}`, label },
        { task: 'injection', response: null, label },
        { task: 'jailbreak', response: null, label },
        { task: 'harmful_request', response: null, label },
      ]
      return replies.map((reply) => ({
        ...recordSchema.parse({ source, licence: 'own', prompt: `${prompt} ${reply.task}`, ...reply }),
        group,
      }))
    }),
  ),
)
// Texts judged by themselves.
const alone = records
  .filter(({ task }) => task === 'unsafe_response')
  .map((record) => ({ ...record, prompt: null, response: `${record.response}!` }))

const corpus = corpusOf(samplesOf([...records, ...alone]), exchangesOf([...records, ...alone]))
const random = seededRandom(3)
const vocabularyWords = [
  ...bad,
  ...good,
  'how',
  'do',
  'tell',
  'about',
  'make',
  'water',
  'cannot',
  'talk',
  'fine',
  'worse',
]
const pretrained = {
  rowOf: new Map(vocabularyWords.map((word, row) => [wordHash(word), row])),
  vectors: Float32Array.from({ length: vocabularyWords.length * vectorSize }, () => (random() - 0.5) / 5),
}
const options = { vocabulary: 18, filters: 4, means: 4, hidden: 4, epochs: 8, ownWeight: 1 }
const foldOf = ({ source }: { source: string }) => (source === 'first' ? 0 : 1)

function trained(): string {
  const signals = outOfFold(corpus, pretrained, 2, foldOf, options, () => {})
  const compositions = fitCompositions(corpus, signals, () => false)
  return JSON.stringify(
    packed(
      fitModels(corpus, pretrained, () => true, options),
      compositions,
    ),
  )
}

describe('training', () => {
  it('gives the same bytes for the same input', { timeout: 60_000 }, () => {
    expect(trained()).toBe(trained())
  })

  it('learns a plain distinction, linear heads and network alike', () => {
    const models = fitModels(corpus, pretrained, () => true, options)
    const head = heads.indexOf('harmful_request')
    const score = (word: string) => {
      const row = corpus.rowOf.get(`tell me about the ${word} please in first harmful_request`) ?? 0
      return netScores(models.net, models.vocabulary.vectors, models.tokens, row)[head] ?? 0
    }
    expect(score('thunder')).toBeGreaterThan(score('tulip'))
  })
})
