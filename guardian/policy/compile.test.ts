import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import {
  compileChecked,
  compilePolicy,
  CustosGuardian,
  defaultPolicy,
  PolicyError,
  type Exchange,
  type Policy,
} from '../index.ts'
import type { Condition } from './schema.ts'

type RuleInput = Policy['rules'][number]

function policyOf(rule: Partial<RuleInput>, more: Partial<Policy> = {}): Policy {
  const base: RuleInput = {
    id: 'own.rule',
    title: 'Own rule',
    severity: 'medium',
    target: 'response',
    when: { keywords: ['marmalade'] },
  }
  return { id: 'own', version: '1.0.0', rules: [{ ...base, ...rule }], ...more }
}

function fires(rule: Partial<RuleInput>, exchange: Exchange): boolean {
  return new CustosGuardian({ policy: policyOf(rule) })
    .evaluate(exchange)
    .findings.some(({ rule_id }) => rule_id === 'own.rule')
}

function faultOf(policy: unknown): PolicyError {
  try {
    compilePolicy(policy as Policy)
  } catch (error) {
    if (error instanceof PolicyError) return error
  }
  throw new Error('the policy was taken')
}

describe('conditions', () => {
  const holds: [name: string, when: Condition, yes: Exchange, no: Exchange][] = [
    [
      'keywords',
      { keywords: ['orange marmalade'] },
      { response: 'Orange Marmaladé!' },
      { response: 'Oranges and marmalades' },
    ],
    ['regex', { regex: 'A-\\d{3}' }, { response: 'ticket A-123' }, { response: 'ticket a-123' }],
    [
      'regex, any case',
      { regex: 'A-\\d{3}', ignore_case: true },
      { response: 'ticket a-123' },
      { response: 'ticket a-12' },
    ],
    [
      'detector',
      { detector: 'refusal.decline' },
      { response: "I can't help with that." },
      { response: 'Here it is.' },
    ],
    [
      'detector family',
      { detector: 'refusal.*' },
      { response: "I can't help with that." },
      { response: 'Here it is.' },
    ],
    ['risk', { risk: 'pii', at_least: 0.5 }, { response: 'Card 4539 1488 0343 6467' }, { response: 'Card' }],
    [
      'risk below',
      { risk: 'pii', below: 0.5 },
      { response: 'Card' },
      { response: 'Card 4539 1488 0343 6467' },
    ],
    ['length', { length: { min: 3, max: 5 } }, { response: 'four' }, { response: 'longer' }],
    [
      'language',
      { language: ['de'] },
      { response: 'Das ist nicht der Weg und auch nicht das Ziel.' },
      { response: 'This is the way.' },
    ],
    ['script', { language: ['zh'] }, { response: '你好' }, { response: 'hello' }],
    ['pii', { pii: true }, { response: 'Card 4539 1488 0343 6467' }, { response: 'none' }],
    [
      'pii of a kind',
      { pii: true, kinds: ['card'] },
      { response: 'Card 4539 1488 0343 6467' },
      { response: 'write to anna.berg@kontor-berg.de' },
    ],
    [
      'meta',
      { meta: 'team.name', equals: 'care' },
      { response: '', meta: { team: { name: 'care' } } },
      { response: '', meta: { team: 'care' } },
    ],
    [
      'meta, own fields only',
      { not: { meta: 'constructor.name', equals: 'Object' } },
      { response: '', meta: {} },
      { response: '', meta: { constructor: { name: 'Object' } } },
    ],
    [
      'confidence',
      { confidence: { below: 0.5 } },
      { response: '', confidence: 0.2 },
      { response: '', confidence: 0.5 },
    ],
    [
      'history',
      { history: 'average_score', below: 0.8 },
      { response: '', history: { average_score: 0.5 } },
      { response: '', history: null },
    ],
    [
      'refused',
      { refused: true },
      { prompt: 'x', response: "I'm sorry, but I can't help with that." },
      { prompt: 'x', response: 'Here it is: one, two, three.' },
    ],
    ['answered', { answered: false }, { prompt: 'x' }, { prompt: 'x', response: '' }],
    [
      'in the other text',
      { keywords: ['marmalade'], in: 'prompt' },
      { prompt: 'marmalade' },
      { response: 'marmalade' },
    ],
    ['all', { all: [{ keywords: ['a1'] }, { keywords: ['b2'] }] }, { response: 'a1 b2' }, { response: 'a1' }],
    ['any', { any: [{ keywords: ['a1'] }, { keywords: ['b2'] }] }, { response: 'b2' }, { response: 'c3' }],
    ['not', { not: { keywords: ['a1'] } }, { response: 'b2' }, { response: 'a1' }],
  ]
  it.each(holds)('%s', (_name, when, yes, no) => {
    expect(fires({ when }, yes)).toBe(true)
    expect(fires({ when }, no)).toBe(false)
  })

  it('keywords see through look-alikes, hidden letters and encodings', () => {
    for (const response of [
      'mаrmаlаde',
      'mar\u200bmalade',
      'ＭＡＲＭＡＬＡＤＥ',
      'm4rm4l4de',
      Buffer.from('more marmalade please').toString('base64'),
    ]) {
      expect(fires({}, { response })).toBe(true)
    }
  })

  it('[V4] every finding says which rule, where and why', () => {
    const guardian = new CustosGuardian({
      policy: policyOf({ remediation: 'Use jam.', principle: 'house', action: 'block' }),
    })
    expect(guardian.evaluate({ response: 'Some Marmalade here' }).findings).toEqual([
      {
        task: 'policy',
        rule_id: 'own.rule',
        title: 'Own rule',
        severity: 'medium',
        action: 'block',
        why: 'The conditions of rule own.rule hold.',
        remediation: 'Use jam.',
        principle: 'house',
        probability: 1,
        spans: [{ in: 'response', start: 5, end: 14, kind: 'keyword' }],
      },
    ])
  })

  it('evidence inside an allowed phrase does not count', () => {
    const allow = ['marmalade sandwich']
    expect(fires({ allow }, { response: 'a marmalade sandwich' })).toBe(false)
    expect(fires({ allow }, { response: 'a marmalade sandwich with marmalade' })).toBe(true)
  })

  it('keywords, and what is allowed, have every sign of theirs', () => {
    expect(fires({ when: { keywords: ['Dr. Smith'] } }, { response: 'Ask Dr. Smith.' })).toBe(true)
    expect(fires({ when: { keywords: ['C++'] } }, { response: 'Vitamin C' })).toBe(false)
    const allow = ['Marmalade! Inc.']
    expect(fires({ allow }, { response: 'by Marmalade! Inc. of London' })).toBe(false)
    expect(fires({ allow }, { response: 'by marmalade inc of London' })).toBe(true)
  })

  it('a rule of action flatline flatlines whatever its severity', () => {
    const guardian = new CustosGuardian({ policy: policyOf({ severity: 'low', action: 'flatline' }) })
    expect(guardian.evaluate({ response: 'marmalade' }).flatline).toBe(true)
  })
})

describe('compilePolicy', () => {
  it('runs every rule: one does not hide another', () => {
    const rules = ['one', 'two', 'three'].flatMap((id) => policyOf({ id }).rules)
    const guardian = new CustosGuardian({ policy: { ...policyOf({}), rules } })
    expect(guardian.evaluate({ response: 'marmalade' }).findings.map(({ rule_id }) => rule_id)).toEqual([
      'one',
      'two',
      'three',
    ])
  })

  it('stands on the default policy where it extends it, with its changes', () => {
    const policy = policyOf(
      {},
      {
        extends: 'custos.default',
        overrides: { 'harm.bypass_safety': { severity: 'critical' }, 'pii.prompt': { enabled: false } },
      },
    )
    const compiled = compilePolicy(policy)
    expect(compiled.rules.length).toBe(defaultPolicy.rules.length)
    const verdict = new CustosGuardian({ policy: compiled }).evaluate({
      prompt: 'x',
      response: 'please bypass safety',
    })
    expect(verdict).toMatchObject({ flatline: true, engine: { policy: { id: 'own', version: '1.0.0' } } })
  })

  it('a rule replaces the inherited one of its id', () => {
    const policy = policyOf({ id: 'harm.bypass_safety' }, { extends: 'custos.default' })
    const verdict = new CustosGuardian({ policy }).evaluate({ prompt: 'x', response: 'please bypass safety' })
    expect(verdict.findings.map(({ title }) => title)).not.toContain('Response speaks for bypassing safety')
  })

  it.each([
    ['look-around', 'abc(?=def)', 3],
    ['a back-reference', '(ab)\\1', 4],
    ['an open group', 'x(ab', 0],
  ])('refuses %s, and says where', (_name, regex, least) => {
    const fault = faultOf(policyOf({ when: { any: [{ keywords: ['a'] }, { regex }] } }))
    expect(fault.path).toBe('rules[0].when.any[1].regex')
    expect(fault.message).toMatch(/at position \d+/)
    expect(fault.position).toBeGreaterThanOrEqual(least)
    expect(fault.position).toBeLessThan(regex.length)
  })

  it('refuses a rule that does not fire on its example, or fires on one it must leave alone', () => {
    const silent = faultOf(policyOf({ examples: { fires: [{ response: 'jam' }] } }))
    expect(silent.path).toBe('rules[0].examples.fires[0]')
    expect(silent.message).toContain('own.rule')
    const [first] = policyOf({ id: 'own.first' }).rules
    const second = policyOf({ examples: { silent: [{ response: 'fine' }, { response: 'marmalade' }] } })
    const loud = faultOf({ ...second, extends: 'custos.default', rules: [first, ...second.rules] })
    expect(loud.path).toBe('rules[1].examples.silent[1]')
    expect(loud.message).toContain('own.rule')
  })

  it('refuses a keyword without a word, unless it was taken before', () => {
    const keywords = policyOf({ when: { any: [{ not: { keywords: ['cash', '$$$'] } }] } })
    expect(faultOf(keywords).path).toBe('rules[0].when.any[0].not.keywords[1]')
    expect(faultOf(policyOf({ when: { all: [{ keywords: ['\u200b'] }] } })).path).toBe(
      'rules[0].when.all[0].keywords[0]',
    )
    expect(faultOf(policyOf({ allow: ['fine', '...'] })).path).toBe('rules[0].allow[1]')
    expect(() => compileChecked(keywords)).not.toThrow()
  })

  it('refuses a list of more words than it can look for', () => {
    const words = Array.from({ length: 20_000 }, (_, at) => at.toString(36).padStart(3, 'x'))
    const keywords = Array.from({ length: 500 }, (_, at) => words.slice(at * 40, at * 40 + 40).join(' '))
    expect(faultOf(policyOf({ when: { keywords } })).path).toBe('rules[0].when.keywords')
  })

  it.each([
    ['an unknown field', { ...policyOf({}), colour: 'red' }],
    [
      'an unknown condition',
      { ...policyOf({}), rules: [{ ...policyOf({}).rules[0], when: { magic: true } }] },
    ],
    ['an unknown severity', policyOf({ severity: 'awful' as 'low' })],
    ['a version that is none', policyOf({}, { version: 'latest' })],
    ['an override of nothing', policyOf({}, { overrides: { 'no.such': { enabled: false } } })],
    ['two rules of one id', { ...policyOf({}), rules: [...policyOf({}).rules, ...policyOf({}).rules] }],
    ['no document at all', null],
  ])('refuses %s', (_name, policy) => {
    expect(faultOf(policy).message.length).toBeGreaterThan(5)
  })

  it('[V9] refuses patterns that would make every beat slow, alone and together', () => {
    const regex = (source: string) => policyOf({ when: { regex: source } })
    expect(() => compilePolicy(regex('[a-z ]{0,900}q'))).not.toThrow()
    expect(faultOf(regex('[a-z ]{0,900}'.repeat(6))).message).toContain('instructions')
    const many = Array.from({ length: 100 }, () => ({ not: { regex: '[a-z ]{0,100}q' } }))
    expect(faultOf(policyOf({ when: { all: many } })).path).toMatch(
      /^rules\[0\]\.when\.all\[\d+\]\.not\.regex$/,
    )
  })

  it.each([
    ['keywords', { keywords: ['marmalade'] }, 5],
    ['guesses at the language', { language: ['de'] }, 1],
  ])('[V9] refuses more %s than a beat should wait for', (_name, when, hundreds) => {
    const hundred = { any: Array.from({ length: 100 }, () => when) }
    const all = (more: Condition[]) =>
      policyOf({ when: { all: [...Array.from({ length: hundreds }, () => hundred), ...more] } })
    expect(() => compilePolicy(all([]))).not.toThrow()
    expect(faultOf(all([when])).path).toBe(`rules[0].when.all[${hundreds}].${Object.keys(when)[0]}`)
  })

  it('[V9] counts what rules allow like keywords: both are looked for in a text', () => {
    const rules = (count: number) =>
      Array.from({ length: count }, (_, at) => ({
        ...policyOf({ allow: ['orange marmalade'] }).rules[0],
        id: `own.${at}`,
      }))
    expect(faultOf({ ...policyOf({}), rules: rules(251) }).path).toBe('rules[250].when.keywords')
    expect(() => compilePolicy({ ...policyOf({}), rules: rules(250) })).not.toThrow()
  })

  it('[V9] refuses more examples, or longer ones, than it takes long to try', () => {
    const rules = (count: number, response: string) =>
      Array.from({ length: count }, (_, at) => ({
        ...policyOf({}).rules[0],
        id: `own.${at}`,
        examples: { silent: Array.from({ length: 20 }, () => ({ response })) },
      }))
    expect(faultOf({ ...policyOf({}), rules: rules(51, 'jam') }).path).toBe('rules[50].examples.silent[0]')
    expect(faultOf({ ...policyOf({}), rules: rules(1, 'jam '.repeat(2_000)) }).message).toContain(
      '100000 characters',
    )
    expect(() => compilePolicy({ ...policyOf({}), rules: rules(5, 'jam') })).not.toThrow()
  })

  it('refuses a document nested to exhaust the stack', () => {
    let when: Condition = { keywords: ['a'] }
    for (let depth = 0; depth < 5_000; depth++) when = { not: when }
    expect(faultOf(policyOf({ when })).message).toContain('nested deeper')
  })
})

describe('docs/guardian.md', () => {
  it('shows a policy that compiles and does what it says', async () => {
    const page = await readFile(new URL('../../docs/guardian.md', import.meta.url), 'utf8')
    const policy = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? 'null') as Policy
    const guardian = new CustosGuardian({ policy })
    const answer = { prompt: 'I cough.', response: 'You have bronchitis.', meta: { team: { name: 'care' } } }
    expect(guardian.evaluate(answer).violations).toContain('Diagnosis given')
    expect(guardian.evaluate({ ...answer, meta: {} }).violations).not.toContain('Diagnosis given')
  })
})
