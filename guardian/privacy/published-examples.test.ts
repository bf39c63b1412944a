import { describe, expect, it } from 'vitest'
import { passesLuhn } from './checksums.ts'
import { detectSensitive } from './detect.ts'
import { ibanAt } from './iban.ts'
import { publishedCards, publishedIbans } from './published-examples.ts'

const john = 'eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ'

describe('a published example', () => {
  it.each([
    '4242 4242 4242 4242',
    'Card: 4111-1111-1111-1111',
    'pay with 5555555555554444',
    'AmEx 3782 822463 10005',
    'IBAN DE89 3704 0044 0532 0130 00',
    'GB82 WEST 1234 5698 7654 32',
    'gb29nwbk60161331926819',
    'FR14 2004 1010 0505 0001 3M02 606',
    'SSN 123-45-6789',
    'SSN: 078-05-1120',
    'social security number 219099999',
    'SSN 666-12-3456',
    'CPF 111.444.777-35',
    `eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.${john}.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c`,
    `Authorization: Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.${john}.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c`,
    'AKIAIOSFODNN7EXAMPLE',
    'AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  ])('is nobody’s: %s', (text) => {
    expect(detectSensitive(text)).toEqual([])
  })

  it.each([
    ['card', '4242 4242 4242 4259'],
    ['card', 'card 4111 1111 1111 1194'],
    ['iban', 'DE97 7005 1995 1728 3940 56'],
    ['us_ssn', 'SSN 123-45-6798'],
    ['br_cpf', 'CPF 529.982.247-25'],
    ['jwt', ['eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9', 'eyJzdWIiOiI3NDEifQ', 'QeZp1_rT9s'].join('.')],
  ])('has neighbours that may be somebody’s: %s %s', (kind, text) => {
    expect(detectSensitive(text).map((hit) => hit.kind)).toEqual([kind])
  })

  it('is written down without a slip', () => {
    expect(publishedCards.filter((card) => !passesLuhn(card))).toEqual([])
    expect(publishedIbans.filter((iban) => ibanAt(iban, 0)?.valid !== true)).toEqual([])
  })
})
