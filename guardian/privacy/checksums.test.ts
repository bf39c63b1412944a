import { describe, expect, it } from 'vitest'
import { isCardNumber } from './cards.ts'
import { mod97, passesLuhn, passesMod11And10, passesVerhoeff } from './checksums.ts'
import { ibanAt } from './iban.ts'
import { isPersonalV4, isPersonalV6 } from './ip-address.ts'
import { isChineseId, isRoutingNumber } from './national-ids.ts'

/** Every change of one digit must be noticed: that is what these checks are for. */
function changes(digits: string): string[] {
  return digits.split('').flatMap((digit, i) =>
    '0123456789'
      .split('')
      .filter((d) => d !== digit)
      .map((d) => digits.slice(0, i) + d + digits.slice(i + 1)),
  )
}

describe('checksums', () => {
  it.each([
    ['Luhn', passesLuhn, '4539148803436467'],
    ['Verhoeff', passesVerhoeff, '234567890124'],
    ['MOD 11,10', passesMod11And10, '86095742719'],
    ['ABA', isRoutingNumber, '021000021'],
  ] as const)('%s holds, and breaks at any one wrong digit', (_name, check, digits) => {
    expect(check(digits)).toBe(true)
    expect(changes(digits).filter(check)).toEqual([])
  })

  it('MOD 97-10 checks IBANs of the right length only', () => {
    expect(mod97('1')).toBe(1)
    expect(ibanAt('DE89 3704 0044 0532 0130 00', 0)?.valid).toBe(true)
    expect(ibanAt('DE88 3704 0044 0532 0130 00', 0)?.valid).toBe(false)
    expect(ibanAt('DE89 3704 0044 0532 0130', 0)).toBeNull()
    expect(ibanAt('XX89370400440532013000', 0)).toBeNull()
  })

  it('MOD 11-2 checks resident numbers with a possible date', () => {
    expect(isChineseId('11010519491231002X')).toBe(true)
    expect(isChineseId('11010519491331002X')).toBe(false)
  })

  it('wants an issuer as well as Luhn for a card', () => {
    expect(isCardNumber('4539148803436467')).toBe(true)
    expect(isCardNumber('0000000000000000')).toBe(false)
    expect(isCardNumber('9999999999999995')).toBe(false)
  })
})

describe('addresses of the internet', () => {
  it.each([
    '10.0.0.1',
    '192.168.4.4',
    '172.20.1.1',
    '127.0.0.1',
    '203.0.113.9',
    '8.8.8.8',
    '256.1.1.1',
    '01.2.3.4',
  ])('%s is nobody’s', (address) => {
    expect(isPersonalV4(address.split('.'))).toBe(false)
  })
  it.each(['::1', 'fe80::1:2:3', 'fd12:3456::1:2', '2001:db8::1:2', 'ff02::1:2:3', '1:2:3', 'a::b::c'])(
    '%s is nobody’s',
    (address) => {
      expect(isPersonalV6(address)).toBe(false)
    },
  )
  it('others are', () => {
    expect(isPersonalV4('91.198.174.192'.split('.'))).toBe(true)
    expect(isPersonalV6('2a02:26f0:1180:18::b819')).toBe(true)
  })
})
