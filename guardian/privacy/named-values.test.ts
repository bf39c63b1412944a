import { describe, expect, it } from 'vitest'
import { detectPersonalData } from './detect.ts'

const kinds = (text: string): string[] => detectPersonalData(text).map(({ kind }) => kind)

describe('what a word in front names', () => {
  it.each([
    ['username', 'username: jdoe_84'],
    ['username', 'Her user name is maria.lopez now'],
    ['username', 'Benutzername: kpetrov99'],
    ['vin', 'VIN: WVWZZZ1JZXW000017'],
    ['plate', 'registration plate: AB12 CDE'],
    ['plate', 'Kennzeichen B-MW 1234'],
    ['phone', 'Tél : 01.42.68.53.00'],
    ['phone', 'Phone (555) 234-8876'],
    ['phone', '8 (916) 123-45-67'],
    ['passport', 'passeport n° 12AB34567'],
    ['national_id', 'Personalausweisnummer T220001293'],
    ['account', 'Cuenta bancaria: 2100 0418 45 0200051332'],
    ['email', 'ann (at) brightwater [dot] org'],
    ['email', 'ann.lee[at]firma.de'],
  ])('%s: %s', (kind, text) => {
    expect(kinds(text)).toEqual([kind])
  })

  it.each([
    'username: admin',
    'username is required',
    'username = os.environ.get("USER")',
    'login: see the manual',
    'The user: please_wait appears twice.',
    'BIC stands for bank identifier code',
    'BIC: DEUTDEFF500',
    'SWIFT code NWBKGB2L',
    'SWIFT is a LANGUAGE by Apple',
    'The VIN has 17 signs.',
    'The plate is hot.',
    'dial 555-0142, as they do in films',
    'the ratio 234 555 1234 is odd',
    'we met (at) noon',
    'write to you (at) example (dot) com',
  ])('leaves %s alone', (text) => {
    expect(kinds(text)).toEqual([])
  })
})
