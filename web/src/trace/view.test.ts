import { describe, expect, it } from 'vitest'
import { firstView, pan, reveal, stretchOf, type View, zoom } from './view.ts'

const run = { from: 1000, to: 2000 }

describe('the view', () => {
  it('follows the newest stretch, or all of the run', () => {
    expect(stretchOf({ follow: true, spanS: 100 }, run)).toEqual({ from: 1900, to: 2003 })
    expect(stretchOf({ follow: true, spanS: null }, run)).toEqual({ from: 970, to: 2030 })
    expect(stretchOf({ follow: true, spanS: 5000 }, run)).toEqual({ from: 970, to: 2030 })
    const young = stretchOf({ follow: true, spanS: null }, { from: 5, to: 5 })
    expect(young.to - young.from).toBeGreaterThan(19)
  })

  it('zooms around the instant under the pointer, and back out to all', () => {
    const view = zoom({ from: 1000, to: 2000 }, 1250, 0.5, run)
    expect(view).toEqual({ follow: false, from: 1125, to: 1625 })
    expect(zoom({ from: 1100, to: 1900 }, 1500, 4, run)).toEqual({ follow: true, spanS: null })
  })

  it('has a narrowest stretch', () => {
    const view = zoom({ from: 1000, to: 1000.06 }, 1000.03, 0.01, run) as Extract<View, { follow: false }>
    expect(view.to - view.from).toBeCloseTo(0.05, 9)
  })

  it('does not pan away from the run', () => {
    expect(pan({ from: 1000, to: 1200 }, -5000, run)).toEqual({ follow: false, from: 900, to: 1100 })
    expect(pan({ from: 1000, to: 1200 }, 50, run)).toEqual({ follow: false, from: 1050, to: 1250 })
  })

  it('shows at first the newest minutes, or as much as it takes to see the trouble, or all that there was', () => {
    expect(firstView(false, run, null)).toEqual({ follow: true, spanS: 180 })
    expect(firstView(false, run, 1990)).toEqual({ follow: true, spanS: 180 })
    expect(firstView(false, run, 1500)).toEqual({ follow: true, spanS: 600 })
    expect(firstView(false, { from: 0, to: 1e6 }, 0)).toEqual({ follow: true, spanS: null })
    expect(firstView(true, run, null)).toEqual({ follow: true, spanS: null })
  })

  it('moves only when it must to show a beat', () => {
    const view: View = { follow: true, spanS: 100 }
    expect(reveal(view, 1950, run)).toBe(view)
    expect(reveal(view, 1500, run)).toEqual({ follow: false, from: 1448.5, to: 1551.5 })
  })
})
