import { describe, expect, it } from 'vitest'
import { promptText, responseText } from './texts.ts'

describe('promptText', () => {
  it.each<[unknown[], string | null]>([
    [['Hello'], 'Hello'],
    [['Hello', { temperature: 0 }], 'Hello'],
    [[''], ''],
    [[{ prompt: 'Hello', model: 'm' }], 'Hello'],
    [
      [
        [
          { role: 'system', content: 'Be kind' },
          { role: 'user', content: 'Hi' },
        ],
      ],
      'system: Be kind\nuser: Hi',
    ],
    [[{ messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }] }], 'user: Hi'],
    [[{ contents: [{ role: 'user', parts: 3 }] }], '{"contents":[{"role":"user","parts":3}]}'],
    [[42], '42'],
    [[], null],
    [[null], null],
  ])('reads %j', (args, expected) => {
    expect(promptText(args)).toBe(expected)
  })

  it('survives a cycle', () => {
    const loop: Record<string, unknown> = {}
    loop['prompt'] = loop
    expect(promptText([loop])).toBe('[object Object]')
  })
})

describe('responseText', () => {
  it.each<[unknown, string | null]>([
    ['Sure', 'Sure'],
    ['', ''],
    [null, null],
    [undefined, null],
    [{ choices: [{ index: 0, message: { role: 'assistant', content: 'Sure' } }] }, 'Sure'],
    [{ output_text: 'Sure', output: [] }, 'Sure'],
    [{ role: 'assistant', content: [{ type: 'text', text: 'Sure' }] }, 'Sure'],
    [[{ generated_text: 'Sure' }], 'Sure'],
    [{ score: 3 }, '{"score":3}'],
    [7n, '7'],
  ])('reads %o', (value, expected) => {
    expect(responseText(value)).toBe(expected)
  })
})
