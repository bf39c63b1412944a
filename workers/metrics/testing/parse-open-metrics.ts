const label = String.raw`[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"`
const sampleLine = new RegExp(`^([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(?:${label}(?:,${label})*)?\\})? (-?[0-9.]+)$`)
const metadataLine = /^# (TYPE|HELP|UNIT) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$/

/**
 * Reads OpenMetrics 1.0 text as strictly as its specification has it, for what is used here: lines end with LF and
 * the text with `# EOF`; a family's lines are in one block that begins with its type; a counter's samples end in
 * `_total` and never fall below zero; no sample comes twice.
 *
 * @returns values by sample, labels included
 * @throws Error naming the line that is wrong
 */
export function parseOpenMetrics(text: string): Map<string, number> {
  if (!text.endsWith('\n# EOF\n')) throw new Error('The text does not end with # EOF')
  const samples = new Map<string, number>()
  const types = new Map<string, string>()
  let family = ''
  for (const line of text.slice(0, -'# EOF\n'.length).split('\n').slice(0, -1)) {
    const [, keyword, name, rest] = metadataLine.exec(line) ?? []
    if (keyword !== undefined && name !== undefined && rest !== undefined) {
      if (keyword === 'TYPE') {
        if (types.has(name)) throw new Error(`${name} is not in one block`)
        if (!['counter', 'gauge'].includes(rest)) throw new Error(`${name} is of no known type`)
        types.set(name, rest)
        family = name
      } else if (name !== family) throw new Error(`${line} is outside of its family`)
      continue
    }
    const [, sample, labels = '', value] = sampleLine.exec(line) ?? []
    if (sample === undefined || value === undefined) throw new Error(`No sample: ${line}`)
    const expected = types.get(family) === 'counter' ? `${family}_total` : family
    if (sample !== expected) throw new Error(`${sample} is not ${expected}, or not in one block`)
    if (types.get(family) === 'counter' && Number(value) < 0) throw new Error(`${line} is below zero`)
    if (samples.has(sample + labels)) throw new Error(`${sample}${labels} comes twice`)
    samples.set(sample + labels, Number(value))
  }
  return samples
}
