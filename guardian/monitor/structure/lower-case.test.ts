import { expect, it } from 'vitest'
import { lowerCase } from './lower-case.ts'

it('keeps every character at its place', () => {
  const moving = Array.from({ length: 0x20000 }, (_, code) => String.fromCodePoint(code)).filter(
    (character) => lowerCase(character).length !== character.length,
  )
  expect(moving).toEqual([])
  expect(lowerCase('İZMİR Straße ΟΔΟΣ')).toBe('izmir straße οδος')
})
