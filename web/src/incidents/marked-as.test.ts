import { describe, expect, it } from 'vitest'
import { incidentChangeSchema, type Incident } from '../../../protocol/incident.ts'
import { tasks, type Finding } from '../../../protocol/verdict.ts'
import { markedAs, unmarked } from './marked-as.ts'

const open = { state: 'open', labels: [] as Incident['labels'] } as Incident
const findings = ['refusal', 'policy', 'injection', 'refusal'].map((task) => ({ task }) as Finding)

describe('what marking an incident says', () => {
  it('[T4] makes a false alarm of every task that was found, as training takes it', () => {
    const change = markedAs('false_alarm', open, findings)
    expect(change).toEqual({
      state: 'false_alarm',
      labels: [
        { task: 'injection', label: false },
        { task: 'refusal', label: false },
      ],
    })
    const all = tasks.map((task) => ({ task }) as Finding)
    expect(incidentChangeSchema.safeParse(markedAs('false_alarm', open, all)).success).toBe(true)
  })

  it('leaves the labels that a person gave', () => {
    const labelled = { ...open, labels: [{ task: 'refusal' as const, label: true }] }
    expect(markedAs('false_alarm', labelled, findings)).toEqual({ state: 'false_alarm' })
  })

  it('labels nothing where nothing was found, or where it is no false alarm', () => {
    expect(markedAs('false_alarm', open, [{ task: 'policy' } as Finding])).toEqual({ state: 'false_alarm' })
    expect(markedAs('reviewed', open, findings)).toEqual({ state: 'reviewed' })
  })

  it('is taken back with its labels, and with no others', () => {
    expect(unmarked(open, markedAs('false_alarm', open, findings))).toEqual({ state: 'open', labels: [] })
    expect(unmarked(open, { state: 'fixed' })).toEqual({ state: 'open' })
  })
})
