import { describe, expect, it } from 'vitest'
import { detectSensitive } from './detect.ts'

const john = 'eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ'

describe('a token that is published', () => {
  it.each([
    `eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.${john}.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c`,
    `Authorization: Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.${john}.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c`,
    'AKIAIOSFODNN7EXAMPLE',
    'AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  ])('is nobody’s: %s', (text) => {
    expect(detectSensitive(text)).toEqual([])
  })

  it.each([
    ['card', '4242 4242 4242 4242'],
    ['card', 'Card: 4111-1111-1111-1111'],
    ['iban', 'IBAN DE89 3704 0044 0532 0130 00'],
    ['iban', 'GB82 WEST 1234 5698 7654 32'],
    ['us_ssn', 'SSN 123-45-6789'],
    ['br_cpf', 'CPF 111.444.777-35'],
    ['jwt', ['eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9', 'eyJzdWIiOiI3NDEifQ', 'QeZp1_rT9s'].join('.')],
  ])('is told from numbers and tokens that count: %s %s', (kind, text) => {
    expect(detectSensitive(text).map((hit) => hit.kind)).toEqual([kind])
  })
})
