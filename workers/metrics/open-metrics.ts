import { families, type Family, type Sample } from './families.ts'

/** Media type of {@link openMetricsText}. */
export const openMetricsType = 'application/openmetrics-text; version=1.0.0; charset=utf-8'

/** Samples as OpenMetrics 1.0 text: each family once, in order, with its values, and the mark of the end. */
export function openMetricsText(samples: readonly Sample[]): string {
  const byFamily = Map.groupBy(samples, ({ family }) => family)
  const blocks = (Object.keys(families) as Family[]).map((family) => {
    const { type, help } = families[family]
    const values = (byFamily.get(family) ?? []).toSorted((a, b) => (a.labels < b.labels ? -1 : 1))
    const name = type === 'counter' ? `${family}_total` : family
    const lines = values.map(({ labels, value }) => `${name}${labels === '' ? '' : `{${labels}}`} ${value}\n`)
    return `# TYPE ${family} ${type}\n# HELP ${family} ${help}\n${lines.join('')}`
  })
  return `${blocks.join('')}# EOF\n`
}
