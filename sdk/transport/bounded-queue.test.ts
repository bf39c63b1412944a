import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BoundedQueue } from './bounded-queue.ts'

describe('BoundedQueue', () => {
  it('drops the oldest for the newest, by count and by size', () => {
    const queue = new BoundedQueue<string>({ items: 3, size: 100 })
    expect(['a', 'b', 'c', 'd'].map((item) => queue.push(item, 1))).toEqual([[], [], [], ['a']])
    expect(queue.push('heavy', 99)).toEqual(['b', 'c'])
    expect(queue.take(10)).toEqual(['d', 'heavy'])
  })

  it('drops an item that is larger than all it may hold, and nothing else', () => {
    const queue = new BoundedQueue<string>({ items: 3, size: 100 })
    queue.push('small', 1)
    expect(queue.push('huge', 101)).toEqual(['huge'])
    expect(queue.take(10)).toEqual(['small'])
  })

  it('takes at least one item, however heavy, and stops before one that does not fit', () => {
    const queue = new BoundedQueue<string>({ items: 10, size: 1000 })
    for (const item of ['aaaa', 'aa', 'ab', 'b']) queue.push(item, item.length)
    expect(queue.take(10, 1)).toEqual(['aaaa'])
    expect(queue.take(10, 100, (next, first) => next[0] === first[0])).toEqual(['aa', 'ab'])
    expect(queue.length).toBe(1)
  })

  it('hands out in order all that it took in and did not drop', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(30), fc.constant(null)), { maxLength: 5000 }), (steps) => {
        const queue = new BoundedQueue<number>({ items: 100, size: 400 })
        const seen: number[] = []
        steps.forEach((size, index) => {
          if (size === null) seen.push(...queue.take(7, 40))
          else seen.push(...queue.push(index, size))
        })
        seen.push(...queue.take(Infinity))
        const pushed = steps.flatMap((size, index) => (size === null ? [] : [index]))
        expect(seen).toEqual(pushed)
      }),
      { numRuns: 50 },
    )
  })
})
