import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redact } from '../redact.ts'
import type { Result } from '../result.ts'
import type { Growing, GrowingCheck } from './channel.ts'
import { deltaTexts } from './delta-texts.ts'
import { StreamGuard } from './stream-guard.ts'

const result = { color: 'red', violations: ['Found'] } as Result

/** Violated by what a predicate finds; counts the characters it was asked about. */
function checkOf(isBad: (text: string) => boolean, step = 1): GrowingCheck & { seen: number } {
  const check = {
    step,
    seen: 0,
    check: (text: string): Growing => {
      check.seen += text.length
      return isBad(text) ? { kind: 'violation', result } : { kind: 'clean' }
    },
  }
  return check
}

const hasSecret = (text: string): boolean =>
  redact({ prompt: null, response: text, meta: null }).color === 'red'

const isCard = (text: string): boolean => /4242 4242 4242 4242/.test(text)
const delta = (content: string, index = 0) => ({ choices: [{ index, delta: { content } }] })

/** Cuts a text at the given places, which wrap around its length. */
function chop(text: string, places: readonly number[]): string[] {
  const cuts = [...new Set(places.map((each) => each % (text.length + 1)))].sort((a, b) => a - b)
  return [0, ...cuts].map((from, at) => text.slice(from, cuts[at] ?? text.length))
}

function run<T>(guard: StreamGuard<T>, items: readonly T[]): T[] {
  const out: T[] = []
  for (const item of items) {
    out.push(...guard.push(item, deltaTexts(item)))
    if (guard.violation !== null) return out
  }
  out.push(...guard.end())
  return out
}

const words = fc.array(
  fc.oneof(fc.lorem({ maxCount: 3 }), fc.nat().map(String), fc.string(), fc.constant('\n')),
)
const places = fc.array(fc.nat())

describe('StreamGuard', () => {
  it('leaves the concatenation as it was when nothing is found, however it is cut', () => {
    fc.assert(
      fc.property(words, places, fc.integer({ min: 1, max: 40 }), (parts, cuts, step) => {
        const text = parts.join(' ')
        const guard = new StreamGuard<string>(checkOf(() => false, step))
        expect(run(guard, chop(text, cuts)).join('')).toBe(text)
        expect(guard.transcript.text() ?? '').toBe(text)
      }),
    )
  })

  const secrets = [
    `sk-proj-${'aB3dE5gH7j'.repeat(5)}`,
    ['AKIA', 'Q3ZT7XKMWN2P4R6Y'].join(''),
    `cus_test_${'k3Jd9fQ2'.repeat(5)}abc`,
    `-----BEGIN RSA PRIVATE KEY-----\n${'MIIEowIBAAKCAQEA7bq5lFv3J0wYz8Jb6m1Z2rT9xK4dQpVnS8uHcLgRfWyEoXiA\n'.repeat(4)}`,
  ]
  it('finds a secret split anywhere, and releases none of it', () => {
    const clean = fc.array(fc.lorem({ maxCount: 4 })).map((each) => each.join('. '))
    fc.assert(
      fc.property(clean, clean, fc.constantFrom(...secrets), places, (before, after, secret, cuts) => {
        const text = `${before}\n${secret} ${after}`
        const guard = new StreamGuard<string>(checkOf(hasSecret))
        const released = run(guard, chop(text, cuts)).join('')
        expect(guard.violation).toBe(result)
        expect(text.startsWith(released)).toBe(true)
        // Of a private key its public first line may be out, of any other secret nothing.
        expect(released.length).toBeLessThanOrEqual(
          before.length + 1 + '-----BEGIN RSA PRIVATE KEY-----\n'.length,
        )
        expect(released).not.toContain(secret.split('\n').at(1) || secret.slice(0, 12))
      }),
    )
  })

  it('holds the groups of a number together until it ends', () => {
    const guard = new StreamGuard<string>(checkOf(isCard))
    expect(run(guard, 'Your card is 4242 4242 4242 4242 for now'.split(''))).toEqual(
      'Your card is '.split(''),
    )
    const fine = new StreamGuard<string>(checkOf(isCard))
    expect(fine.push('I have 2 of ', [{ channel: '', text: 'I have 2 of ', path: [] }]).join('')).toBe(
      'I have 2 of ',
    )
  })

  it('holds back the last word only', () => {
    const guard = new StreamGuard<string>(checkOf(() => false))
    const seen = ['The qui', 'ck br', 'own', ' fox.\n'].map((each) =>
      guard.push(each, deltaTexts(each)).join(''),
    )
    expect(seen).toEqual(['The ', 'quick ', '', 'brown fox.\n'])
  })

  it('releases objects whole and in order, with what stands between them', () => {
    const items = [{ type: 'start' }, delta('Hel'), { note: 1 }, delta('lo '), delta('you'), { type: 'end' }]
    const guard = new StreamGuard<unknown>(checkOf(() => false))
    const steps = items.map((item) => guard.push(item, deltaTexts(item)))
    expect(steps).toEqual([[items[0]], [], [], items.slice(1, 4), [], []])
    expect(guard.end()).toEqual(items.slice(4))
  })

  it('does not mix two texts of one stream', () => {
    const texts = fc.tuple(fc.array(fc.string()), fc.array(fc.string()))
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.boolean()), ([left, right], turns) => {
        const queues = [[...left], [...right]]
        const items: unknown[] = []
        for (const turn of turns) {
          if (queues.every((each) => each.length === 0)) break
          const text = queues[Number(turn)]?.shift()
          if (text !== undefined) items.push(delta(text, Number(turn)))
        }
        const asked: string[] = []
        const guard = new StreamGuard<unknown>(checkOf((text) => asked.push(text) < 0))
        expect(run(guard, items)).toEqual(items)
        for (const text of asked)
          expect(left.join('').includes(text) || right.join('').includes(text)).toBe(true)
      }),
    )
    const split = new StreamGuard<unknown>(checkOf((text) => text.includes('secret')))
    expect(run(split, [delta('sec', 0), delta('ret ', 1), delta('ond ', 0)])).toHaveLength(3)
    expect(split.violation).toBeNull()
  })

  it('takes time in proportion to the text, and holds a bounded part of it', () => {
    for (const unit of ['x', '1 ', 'word ', '语', 'a\n']) {
      const check = checkOf(() => false)
      const guard = new StreamGuard<string>(check)
      let held = 0
      const chunk = unit.repeat(50)
      for (let sent = 0; sent < 400_000; sent += chunk.length) {
        held += chunk.length
        for (const ready of guard.push(chunk, deltaTexts(chunk))) held -= ready.length
        expect(held).toBeLessThanOrEqual(8192 + chunk.length)
      }
      // A check sees its window, and at most one is made for each chunk.
      expect(check.seen).toBeLessThanOrEqual((400_000 / chunk.length + 1) * 10_000)
    }
  })

  it('keeps the head and the tail of an endless stream', () => {
    const guard = new StreamGuard<string>(null)
    const chunk = 'x'.repeat(1024 * 1024)
    for (let count = 0; count < 8; count++) guard.push(chunk, deltaTexts(chunk))
    const kept = guard.transcript.text() ?? ''
    expect(kept.length).toBeLessThan(2.5 * chunk.length)
    expect(kept).toMatch(/^x+\n\[… \d+ characters …\]\nx+$/)
  })

  it('waits with a doubt until it is resolved, and gives up on one that lasts', () => {
    const doubt: GrowingCheck = {
      step: 1,
      check: (text) => (text.includes('sorry') ? { kind: 'clean' } : { kind: 'doubtful', result }),
    }
    const refused = new StreamGuard<string>(doubt)
    expect(run(refused, ["I'm ", 'very ', 'sorry, ', 'no.'])).toEqual(["I'm ", 'very ', 'sorry, ', 'no.'])
    const never = new StreamGuard<string>(doubt)
    expect(
      run(
        never,
        Array.from({ length: 5000 }, () => 'word '),
      ),
    ).toEqual([])
    expect(never.violation).toBe(result)
  })
})
