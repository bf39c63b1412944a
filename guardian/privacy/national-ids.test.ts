import { describe, expect, it } from 'vitest'
import { detectPersonalData } from './detect.ts'
import { nationalIds } from './national-ids.ts'

/** Examples that authorities and encyclopaedias print, or that follow from the rule; nobody's. */
const examples: readonly (readonly [kind: string, digits: string])[] = [
  ['br_cpf', '52998224725'],
  ['br_cnpj', '11222333000181'],
  ['in_aadhaar', '234567890124'],
  ['uk_nhs', '9434765919'],
  ['au_tfn', '123456782'],
  ['au_medicare', '2123456701'],
  ['fr_insee', '185057800608491'],
  ['de_steuer_id', '86095742719'],
  ['ch_ahv', '7569217076985'],
  ['nl_bsn', '111222333'],
  ['be_nrn', '85073003328'],
  ['pl_pesel', '44051401359'],
  ['se_personnummer', '8112189876'],
  ['ro_cnp', '1800101221144'],
  ['bg_egn', '7523169263'],
  ['hr_oib', '69435151530'],
  ['pt_nif', '123456789'],
  ['tr_tckn', '10000000146'],
  ['il_id', '000000018'],
  ['za_id', '8001015009087'],
  ['jp_my_number', '123456789018'],
  ['cn_resident_id', '110105194912310038'],
  ['cl_rut', '123456785'],
  ['ru_snils', '11223344595'],
]

describe('national numbers', () => {
  it.each(examples)('%s accepts %s and hardly any neighbour', (kind, digits) => {
    const check = nationalIds.find((id) => id.kind === kind)?.check
    expect(check?.(digits)).toBe(true)
    const neighbours = digits.split('').flatMap((digit, i) =>
      '0123456789'
        .split('')
        .filter((other) => other !== digit)
        .map((other) => digits.slice(0, i) + other + digits.slice(i + 1)),
    )
    const accepted = neighbours.filter((neighbour) => check?.(neighbour))
    expect(accepted.length / neighbours.length).toBeLessThan(0.12)
  })

  it.each([
    ['tw_id', 'national ID A123456789'],
    ['ie_pps', 'PPS number 1234567T'],
    ['sg_nric', 'NRIC S1234567D'],
    ['es_dni', 'X1234567L'],
    ['it_codice_fiscale', 'RSSMRA85T10A562S'],
    ['vin', 'VIN 1HGCM82633A004352'],
    ['fi_hetu', '131052-308T'],
  ])('%s is found in "%s"', (kind, text) => {
    expect(detectPersonalData(text).map((hit) => hit.kind)).toEqual([kind])
  })

  it.each(['X1234567M', 'RSSMRA85T10A562T', 'S1234567E', '131052-308U'])(
    'a wrong check sign is not found: %s',
    (text) => {
      expect(detectPersonalData(text)).toEqual([])
    },
  )
})
