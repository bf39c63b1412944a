import type uPlot from 'uplot'
import type { Page } from 'playwright-core'
import { fileURLToPath } from 'node:url'
import { usual } from '../../e2e/support/long-run.ts'

const script = fileURLToPath(new URL('../../node_modules/uplot/dist/uPlot.iife.min.js', import.meta.url))
const style = fileURLToPath(new URL('../../node_modules/uplot/dist/uPlot.min.css', import.meta.url))

/** The control: uPlot alone with the same points and the same size of a chart, panned by the same wheel. */
export async function openBarePage(page: Page, beats: number): Promise<number> {
  await page.setContent('<!doctype html><div id="host" style="width:890px;height:450px"></div>')
  await page.addStyleTag({ path: style })
  await page.addScriptTag({ path: script })
  const scores = Array.from({ length: beats }, (_, index) => usual(index + 1).score)
  return page.evaluate((values) => {
    // The script above put it there.
    const { uPlot: Plot } = window as unknown as { uPlot: typeof uPlot }
    const { promise, resolve } = Promise.withResolvers<number>()
    const began = performance.now()
    const x = values.map((_, index) => 1_700_000_000 + index / 10)
    const chart = new Plot(
      {
        width: 890,
        height: 450,
        legend: { show: false },
        scales: { y: { range: () => [-0.07, 1.05] } },
        series: [{}, { stroke: 'green', width: 1.75, points: { show: false } }],
      },
      [x, values],
      document.querySelector<HTMLElement>('#host') ?? document.body,
    )
    chart.over.addEventListener('wheel', (event) => {
      const { min = 0, max = 1 } = chart.scales['x'] ?? {}
      const by = (event.deltaY / 890) * ((max ?? 1) - (min ?? 0))
      chart.setScale('x', { min: (min ?? 0) + by, max: (max ?? 1) + by })
    })
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - began)))
    return promise
  }, scores)
}
