import { describe, expect, it } from 'vitest'
import { LABEL_SIZE, PLOT_RIGHT } from './picture.ts'
import { timeLabels } from './time-axis.ts'

const tick = Date.UTC(2026, 10, 22, 6, 5, 6, 123) / 1000
/** Width of a figure in common sans-serif faces, in em; what stands between figures is narrower. */
const FIGURE = 0.56

describe('the words of the time axis', () => {
  it('are no finer than the ticks', () => {
    expect(timeLabels([tick], 0.25)[0]).toMatch(/^\d\d.06\.123$/)
    expect(timeLabels([tick], 1)[0]).toMatch(/^\d\d.\d\d.06$/)
    expect(timeLabels([tick], 60)[0]).toMatch(/^\d\d.\d\d$/)
  })

  it('find room where a tick is at the right edge', () => {
    for (const step of [0.01, 1, 60, 86_400]) {
      const [label = ''] = timeLabels([tick], step)
      expect((label.length * FIGURE * LABEL_SIZE) / 2).toBeLessThanOrEqual(PLOT_RIGHT)
    }
  })
})
