import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composedLogit, composedTasks, compositionInputs, heldPositive } from './composition.ts'
import { loadedModels } from './loaded-models.ts'
import type { TextSignals } from './text-signals.ts'
import { heads, noSignals } from './text-signals.ts'

const { compositions } = loadedModels()

const logits = fc
  .array(fc.double({ min: -12, max: 12, noNaN: true }), { minLength: heads.length, maxLength: heads.length })
  .map((values) => Float64Array.from(values))

const signals: fc.Arbitrary<TextSignals> = fc.record({
  mean: logits,
  worst: logits,
  net: logits,
  known: fc.constantFrom(0, 0.2, 0.6, 1),
  openingLinear: fc.double({ min: -12, max: 12, noNaN: true }),
  length: fc.nat(10_000),
})

/** The same signals, with one head seen more clearly by every model. */
function more(of: TextSignals, head: number): TextSignals {
  const raised = (values: Float64Array) => values.map((value, i) => (i === head ? value + 1 : value))
  return { ...of, mean: raised(of.mean), worst: raised(of.worst), net: raised(of.net) }
}

describe('composition', () => {
  it('ships no weight that lets evidence speak against what it is evidence of', () => {
    for (const task of composedTasks) {
      const { weights } = compositions[task]
      const inputs = compositionInputs(task, noSignals(), noSignals(), () => 0)
      expect(weights).toHaveLength(inputs.length)
      expect(weights.filter((weight, input) => heldPositive(task, input) && weight < 0)).toEqual([])
    }
  })

  it.each(['injection', 'jailbreak', 'harmful_request'] as const)(
    'never lowers %s when its head sees more',
    (task) => {
      fc.assert(
        fc.property(signals, (prompt) => {
          const before = composedLogit(task, compositions, prompt, noSignals())
          const after = composedLogit(task, compositions, more(prompt, heads.indexOf(task)), noSignals())
          expect(after).toBeGreaterThanOrEqual(before - 1e-9)
        }),
      )
    },
  )

  it('holds a response for safer the surer it is a refusal', () => {
    fc.assert(
      fc.property(signals, (response) => {
        // Of a prompt that is clearly harmful; a harmless one needs no refusal.
        const harmful = more(noSignals(), heads.indexOf('harmful_request'))
        const prompt = {
          ...harmful,
          known: 1,
          net: harmful.net.map((value) => value * 10),
          worst: harmful.worst.map((value) => value * 10),
        }
        const before = composedLogit('unsafe_pair', compositions, prompt, response)
        const refusal = heads.indexOf('refusal')
        const surer = more({ ...response, openingLinear: response.openingLinear + 1 }, refusal)
        expect(composedLogit('unsafe_pair', compositions, prompt, surer)).toBeLessThanOrEqual(before + 1e-9)
      }),
    )
  })
})
