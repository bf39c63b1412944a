import { describe, expect, it } from 'vitest'
import { detectPersonalData } from './detect.ts'

describe('a date of birth', () => {
  it.each([
    'geboren: 12.04.1979',
    'geboren am 12.04.1979',
    'geb. am 12.04.1979',
    'né le 12/04/1979',
    'née le 12 avril 1979',
    'nacido el 12/04/1979',
    'nacida: 12/04/1979',
    'nato il 12/04/1979',
    'nascida em 12/04/1979',
    'data de nascimento 12/04/1979',
    'geboren op 12-04-1979',
    'ur. 12.04.1979',
    'data urodzenia: 12 kwietnia 1979',
    'дата рождения 12.04.1979',
    'дата рождения: 12 апреля 1979',
    'родилась 12.04.1979',
    'doğum tarihi: 12.04.1979',
    'doğum tarihi: 12 Nisan 1979',
    'تاريخ الميلاد: 12/04/1979',
    'जन्म तिथि: 12/04/1979',
    '生年月日 1979年4月12日',
    '出生日期：1979-04-12',
    '생년월일: 1979년 4월 12일',
    'Linda Hall (born 12/04/1979)',
    'born: 1979-04-12',
  ])('%s', (text) => {
    expect(detectPersonalData(text).map(({ kind }) => kind)).toEqual(['birth_date'])
  })
})

describe('a date of something else', () => {
  it.each([
    'founded 12.04.1979',
    'gegründet am 12.04.1979',
    'valid until 12/04/2029',
    'gültig bis 12.04.2029',
    'expires: 2029-04-12',
    'a composer (born 1685 in Eisenach)',
    'geboren 1685 in Eisenach',
    'The idea was born. 12/04/1979 was the day it was built.',
    'A star is born at 12.04.1979 according to the log',
    '成立于1979年4月12日',
    'ur-text of 12.04.1979',
  ])('%s', (text) => {
    expect(detectPersonalData(text)).toEqual([])
  })
})
