import { describe, expect, it } from 'vitest'
import { CustosGuardian, type Policy } from '../index.ts'
import type { Condition } from './schema.ts'

type RuleInput = Policy['rules'][number]

/** Places of the rule's finding; null for none. */
function placesOf(rule: Partial<RuleInput> & { when: Condition }, response: string): string[] | null {
  const base: RuleInput = { id: 'own', title: 'Own', severity: 'medium', target: 'response', ...rule }
  const guardian = new CustosGuardian({ policy: { id: 'own', version: '1.0.0', rules: [base] } })
  const finding = guardian.evaluate({ prompt: 'Hi', response }).findings[0]
  return finding?.spans.map(({ start, end }) => response.slice(start, end)) ?? null
}

const reached = 'You have reached us. '
const declined = "I can't help with that request line. "
const mail = 'Mail anna.berg@kontor-berg.de now. '

/** A condition, what is allowed of it as it stands in a text again and again, and what is not. */
const conditions: [name: string, when: Condition, allow: string, fine: string, bad: string][] = [
  ['keywords', { keywords: ['you have'] }, 'you have reached', reached, 'You have cancer.'],
  ['regex', { regex: 'You have' }, 'you have reached', reached, 'You have cancer.'],
  ['any', { any: [{ keywords: ['you have'] }, { regex: 'You' }] }, 'you have reached', reached, 'You have.'],
  [
    'all',
    { all: [{ keywords: ['you have'] }, { answered: true }] },
    'you have reached',
    reached,
    'You have.',
  ],
  [
    'detector',
    { detector: 'refusal.decline' },
    "I can't help with that request line",
    declined,
    "I can't help with this.",
  ],
  ['pii', { pii: true }, 'anna.berg@kontor-berg.de', mail, 'Mail otto.berg@kontor-berg.de now.'],
]

describe('what a rule allows', () => {
  it.each(conditions)(
    '[%s] counts for nothing, however often it stands there',
    (_name, when, phrase, fine, bad) => {
      const allow = [phrase]
      for (const times of [1, 19, 20, 49, 50, 51, 400]) {
        expect(placesOf({ when, allow }, fine.repeat(times))).toBeNull()
        expect(placesOf({ when, allow }, `${fine.repeat(times)}\n\n${bad}`)).not.toBeNull()
        expect(placesOf({ when, allow }, `${bad}\n\n${fine.repeat(times)}`)).not.toBeNull()
      }
    },
  )

  it('leaves fifty places of what it does not allow', () => {
    const text = `${reached.repeat(60)}${'You have won. '.repeat(60)}`
    for (const when of [{ keywords: ['you have'] }, { regex: 'You have' }])
      expect(placesOf({ when, allow: ['you have reached'] }, text)).toEqual(
        Array.from({ length: 50 }, () => 'You have'),
      )
  })

  it('has to hold all of the evidence: a stretch of the one phrase and a stretch of the next do not', () => {
    const when = { regex: 'b c' }
    expect(placesOf({ when, allow: ['a b', 'c d'] }, 'a b c d')).toEqual(['b c'])
    expect(placesOf({ when, allow: ['a b', 'a b c', 'c d'] }, 'a b c d')).toBeNull()
    expect(placesOf({ when, allow: ['b c d', 'b'] }, 'a b c d')).toBeNull()
  })

  it('keeps what two conditions need together, one of them allowed', () => {
    const when = { all: [{ keywords: ['you have'] }, { keywords: ['us'] }] }
    expect(placesOf({ when, allow: ['you have reached'] }, reached)).toEqual(['us'])
    expect(placesOf({ when, allow: ['you have reached us'] }, reached)).toBeNull()
  })

  it('is read within moments in a long text whose every find reads on to the end', () => {
    const text = 'a '.repeat(20_000)
    expect(placesOf({ when: { regex: 'a(.*b)?' }, allow: ['a'] }, text)).toBeNull()
    expect(placesOf({ when: { regex: 'a(.*b)?' }, allow: ['a'] }, `${text}\nab`)).toEqual(['ab'])
  })
})
