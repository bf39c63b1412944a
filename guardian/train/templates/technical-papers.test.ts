import { describe, expect, it } from 'vitest'
import { seededRandom } from '../logistic.ts'
import { technicalPaper } from './technical-papers.ts'

const papers = (seed: number) => {
  const random = seededRandom(seed)
  return Array.from({ length: 800 }, () => technicalPaper(random))
}

describe('technical papers', () => {
  it('fills every choice and slot', () => {
    for (const { wish, paper } of papers(1)) {
      expect(wish).not.toMatch(/[{|<]/)
      expect(paper.length).toBeGreaterThanOrEqual(3)
      expect(paper.join('\n')).not.toMatch(/undefined|\{\{\}|\w\|\w/)
    }
  })

  it('makes the same papers of the same seed', () => {
    expect(papers(2)).toEqual(papers(2))
    expect(papers(2)).not.toEqual(papers(3))
  })
})
