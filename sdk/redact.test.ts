import { describe, expect, it } from 'vitest'
import { redact } from './redact.ts'

const key = `cus_test_${'k3Jd9fQ2'.repeat(5)}abc`

describe('redact', () => {
  it('takes secrets and personal data out of every field, and counts their kinds', () => {
    const redacted = redact({
      prompt: 'My card is 4539 1488 0343 6467',
      response: `Use ${key}`,
      meta: { note: [`key ${key}`] },
    })
    expect(JSON.stringify(redacted)).not.toMatch(/4539|k3Jd/)
    expect(redacted.redactions).toMatchObject({ card: 1, custos_key: 2 })
    expect(redacted).toMatchObject({ color: 'red', violations: ['Secret in the response'] })
  })

  it('colours what was in the response by the default policy, and lets users speak of themselves', () => {
    const card = 'The card is 4539 1488 0343 6467.'
    expect(redact({ prompt: null, response: card, meta: null })).toMatchObject({
      color: 'red',
      violations: ['Sensitive personal data in the response'],
    })
    const mail = 'Write to jan.novak@posta.cz.'
    expect(redact({ prompt: null, response: mail, meta: null })).toMatchObject({
      color: 'yellow',
      violations: ['Personal data in the response'],
    })
    expect(redact({ prompt: card, response: 'Thanks.', meta: null }).color).toBeUndefined()
    expect(redact({ prompt: `Is ${key} valid?`, response: 'No.', meta: null })).toMatchObject({
      color: 'yellow',
    })
  })

  it('takes more of them than a call takes arguments', () => {
    const response = Array.from({ length: 150_000 }, (_, i) => `jan.novak${i}@posta.cz`).join(' ')
    expect(redact({ prompt: null, response, meta: null })).toMatchObject({
      color: 'yellow',
      redactions: { email: 150_000 },
    })
  })

  it('leaves the rest as it is', () => {
    const plain = { prompt: 'How are you?', response: 'Fine, thanks.', meta: { app: 'shop' } }
    expect(redact(plain)).toEqual({ ...plain, redactions: {} })
    expect(redact({ prompt: null, response: '', meta: null })).toMatchObject({ prompt: null, response: '' })
  })
})
