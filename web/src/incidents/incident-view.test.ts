import { describe, expect, it } from 'vitest'
import type { Incident } from '../../../protocol/incident.ts'
import { addressOf, belongs, keyOf, queryOf, viewOf } from './incident-view.ts'

const incident: Incident = {
  run_id: 'run_1',
  run_name: '',
  seq: 4,
  beat_id: 'bt_4',
  timestamp: '2026-01-01T00:00:00.000Z',
  project_id: 'prj_1',
  api_key_id: null,
  severity: 'high',
  alignment_score: 0.2,
  flatline: false,
  rules: [],
  violations: [],
  state: 'open',
  owner: null,
  note: null,
  labels: [],
  updated_at: null,
}

describe('the view of incidents', () => {
  it('is what is open unless the address says otherwise', () => {
    expect(viewOf({})).toEqual({ state: 'open', projectId: null, severity: null, rule: null, ownerId: null })
    expect(viewOf({ state: 'all' }).state).toBeNull()
    expect(viewOf({ state: 'nonsense', severity: 'nonsense' })).toMatchObject({ state: null, severity: null })
  })

  it('comes back from the address it is written into', () => {
    for (const query of [
      {},
      { state: 'all', severity: 'critical' },
      { state: 'fixed', project: 'prj_1', rule: 'evasion.bypass', owner: 'usr_1', incident: 'run_1:4' },
    ]) {
      const view = viewOf(query)
      expect(addressOf(view, query.incident ?? null)).toEqual(query)
    }
  })

  it('asks the server for exactly that', () => {
    expect(queryOf(viewOf({}))).toBe('state=open')
    expect(queryOf(viewOf({ state: 'all', rule: 'a&b' }), { limit: '1' })).toBe('rule=a%26b&limit=1')
  })

  it('loses an incident that no longer fits', () => {
    expect(keyOf(incident)).toBe('run_1:4')
    expect(belongs(incident, viewOf({}))).toBe(true)
    expect(belongs({ ...incident, state: 'fixed' }, viewOf({}))).toBe(false)
    expect(belongs({ ...incident, state: 'fixed' }, viewOf({ state: 'all' }))).toBe(true)
    expect(belongs(incident, viewOf({ owner: 'usr_1' }))).toBe(false)
  })
})
