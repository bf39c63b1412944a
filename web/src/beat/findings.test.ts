import { describe, expect, it } from 'vitest'
import { Findings } from './findings.tsx'

const words = (reported: string[]) => JSON.stringify(Findings({ findings: [], reported }))

describe('the findings of a beat', () => {
  it('[B15] leave the word to the client where it alone reported something', () => {
    const told = words(['Left the task', 'Late'])
    expect(told).toContain('Reported by the client, not found here:')
    expect(told).toContain('Left the task; Late')
    expect(told).not.toContain('Nothing was found')
  })

  it('are said to be none where nobody reported any', () => {
    expect(words([])).toContain('Nothing was found in this exchange.')
  })
})
