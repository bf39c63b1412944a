import { logDatabase } from '../../durable-objects/log-databases.ts'
import type { Env } from '../env.ts'
import { flushed } from '../runs/flushed.ts'
import { readRows, type ExportedRow } from './read-rows.ts'
import { tableRights } from './tables.ts'

/** Columns of other people that an organisation's export leaves out: it gets what its members' list shows. */
const shownOfMembers = new Set(['id', 'name', 'email'])

/**
 * All that is kept of an organisation, as NDJSON: an opening, one line a row as it is stored (entries with their
 * salts, so that the chain can be checked), and a closing that counts, so that a cut file is not whole. [D1]
 *
 * @param now ms since the epoch
 */
export async function* organizationExport(
  env: Env,
  organizationId: string,
  now: number,
): AsyncGenerator<string> {
  yield line({
    custos_organization_export: 1,
    organization_id: organizationId,
    created_at: new Date(now).toISOString(),
  })
  await flushRuns(env, organizationId)
  let rows = 0
  for (const [table, { ofOrganization }] of Object.entries(tableRights)) {
    // They stand in the database of their run.
    if (ofOrganization === null || table === 'entries') continue
    for await (const page of readRows(env.DB, table, ofOrganization, [organizationId])) {
      rows += page.length
      yield page.map((row) => line({ table, row: table === 'users' ? member(row) : row })).join('')
    }
  }
  for await (const page of entriesOf(env, organizationId)) {
    rows += page.length
    yield page.map((row) => line({ table: 'entries', row })).join('')
  }
  yield line({ rows, complete: true })
}

/** The log of every run, each from the database that holds it. [R14] */
async function* entriesOf(env: Env, organizationId: string): AsyncGenerator<ExportedRow[]> {
  for await (const runs of readRows(env.DB, 'runs', 'organization_id = ?1', [organizationId])) {
    for (const { id, log } of runs) {
      yield* readRows(logDatabase(env, Number(log)), 'entries', 'run_id = ?1', [String(id)])
    }
  }
}

/** All that is kept of a person, as one JSON document, table by table. [D1] */
export async function* accountExport(
  env: Env,
  person: { id: string; email: string },
  now: number,
): AsyncGenerator<string> {
  const opening = JSON.stringify({
    custos_account_export: 1,
    user_id: person.id,
    created_at: new Date(now).toISOString(),
  })
  yield `${opening.slice(0, -1)},"tables":{`
  let first = true
  for (const [table, { ofPerson, personSees = 'true' }] of Object.entries(tableRights)) {
    if (ofPerson === null) continue
    const shown = `(${ofPerson}) AND (${personSees})`
    yield `${first ? '' : ','}${JSON.stringify(table)}:[`
    first = false
    let between = ''
    for await (const page of readRows(env.DB, table, shown, [person.id, person.email])) {
      yield between + page.map((row) => JSON.stringify(row)).join(',')
      between = ','
    }
    yield ']'
  }
  yield '},"complete":true}\n'
}

function member(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => shownOfMembers.has(name)))
}

/** What was acknowledged is in the export, also where an object has not written it to D1 yet. */
async function flushRuns({ DB, RUNS }: Env, organizationId: string): Promise<void> {
  const { results } = await DB.prepare('SELECT id FROM runs WHERE organization_id = ? AND ended_at IS NULL')
    .bind(organizationId)
    .all<{ id: string }>()
  for (const { id } of results) await flushed({ RUNS }, id)
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}
