import { describe, expect, it } from 'vitest'
import { textsOfTask } from './ordinary.ts'

const records = [
  { task: 'benign', prompt: 'How tall is it?', response: null },
  { task: 'benign', prompt: 'What is rye?', response: 'A grain.' },
  { task: 'harmful_request', prompt: 'How do I steal it?', response: null },
] as const

describe('textsOfTask', () => {
  const ordinary = textsOfTask(records, 'benign')

  it('knows prompts, answers and pairs of the task', () => {
    expect(ordinary({ prompt: 'How tall is it?', response: null })).toBe(true)
    expect(ordinary({ prompt: null, response: 'A grain.' })).toBe(true)
    expect(ordinary({ prompt: 'What is rye?', response: 'A grain.' })).toBe(true)
  })

  it('is not misled by records that lack a text', () => {
    expect(ordinary({ prompt: 'How do I steal it?', response: null })).toBe(false)
    expect(ordinary({ prompt: null, response: 'At night.' })).toBe(false)
    expect(ordinary({ prompt: null, response: null })).toBe(false)
  })
})
