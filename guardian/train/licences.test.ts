import { expect, it } from 'vitest'
import { whyNotTrained } from './licences.ts'

it.each(['MIT', 'Apache-2.0', 'CC-BY-4.0', 'ODC-BY', 'CC0-1.0 (generated for this project)', 'own'])(
  'trains on %s',
  (licence) => {
    expect(whyNotTrained({ source: 'a', licence })).toBeNull()
  },
)

it.each(['CC-BY-NC-4.0', 'CC-BY-SA-4.0', 'not stated', 'GPL-3.0', ''])('leaves out %j', (licence) => {
  expect(whyNotTrained({ source: 'a', licence })).toContain('licence')
})

it('leaves out a source whose authors ask for it, whatever its licence', () => {
  expect(whyNotTrained({ source: 'self_instruct_user', licence: 'Apache-2.0' })).toContain('authors')
})
