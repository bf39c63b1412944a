import { describe, expect, it } from 'vitest'
import { compileRegex } from './compile-regex.ts'
import { PolicyError } from './policy-error.ts'

function positionIn(source: string, ignoreCase = false): number | null {
  try {
    compileRegex(source, ignoreCase, 'rules[0].when')
  } catch (error) {
    if (error instanceof PolicyError && error.path === 'rules[0].when.regex') return error.position
  }
  throw new Error('the pattern was taken')
}

describe('compileRegex', () => {
  it.each([
    ['a*|*b', 3],
    ['*a*', 0],
    ['a*|**', 3],
    ['a***', 1],
    ['x**|y**', 1],
    ['abc(?=def)', 3],
    ['[(?=](?=a)', 5],
    ['(ab)\\1', 4],
    ['\\\\1\\1', 3],
    ['z-a[z-a]', 4],
    ['[a][a', 3],
    ['(?i)(?i', 4],
    ['(?P<n>n)n(?P<n>n)', 13],
    ['(a{100}){100}', 8],
    ['[[:foo:]-[:foo:]]', 1],
    ['é*|*b', 3],
    ['𝒳*|*b', 4],
    ['a)b)', 1],
    ['(a)(b', 3],
    ['(a\\(', 0],
    ['[(](b[(]', 3],
    ['a(b)\\', 4],
  ])('says where %s is wrong', (source, position) => {
    expect(positionIn(source)).toBe(position)
    expect(positionIn(source, true)).toBe(position)
  })

  it('says so of a long pattern within moments', () => {
    expect(positionIn(`*${'a*'.repeat(499)}`)).toBe(0)
    expect(positionIn('('.repeat(1000))).toBe(0)
  })
})
