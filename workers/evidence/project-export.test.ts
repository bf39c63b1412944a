import { createExecutionContext, env } from 'cloudflare:test'
import { createHash, generateKeyPairSync } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { verifyManifest } from '../../evidence/manifest.ts'
import { verifyExport } from '../../evidence/verify-export.ts'
import { jsonProjectExportSchema, publicKeysSchema, signedManifestSchema } from '../../protocol/index.ts'
import { createApp } from '../app.ts'
import { postBeat } from '../testing/call.ts'
import { seedKey, seedProject, seedUser } from '../testing/seed.ts'

const secret = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
const withKey = { ...env, EXPORT_SIGNING_KEY: JSON.stringify(secret) }

async function get(path: string, headers: Record<string, string>): Promise<Response> {
  const request = new Request(`https://custos.test${path}`, { headers })
  return createApp().fetch(request, withKey, createExecutionContext())
}

async function bytesOf(answer: Response): Promise<Buffer> {
  expect(answer.status).toBe(200)
  return Buffer.from(await answer.arrayBuffer())
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Three runs of two keys, one of them ended, and the grave of a fourth. */
async function seedRuns() {
  const project = await seedProject()
  const keys = [
    await seedKey({ project }),
    await seedKey({ project, onSevere: 'end' }),
    await seedKey({ project }),
  ]
  const runs: string[] = []
  for (const [i, key] of keys.entries()) {
    for (let beat = 0; beat <= i; beat++) {
      const { run_id } = await postBeat(key.auth, {
        prompt: `Secret question ${beat}`,
        response: '=1+1, Paris',
      })
      runs[i] = run_id
    }
  }
  const grave = 'run_deleted'
  await env.DB.prepare(
    `INSERT INTO tombstones (run_id, organization_id, project_id, api_key_id, started_at, ended_at, last_seq, head, deleted_at)
     VALUES (?, ?, ?, NULL, 1000, 2000, 7, ?, 3000)`,
  )
    .bind(`${grave}_${project.projectId}`, project.organizationId, project.projectId, 'a'.repeat(64))
    .run()
  const auditor = await seedUser(project.organizationId, 'auditor')
  return { ...project, runs, auditor, path: `/projects/${project.projectId}/export` }
}

describe('an export across the runs of a project', { timeout: 60_000 }, () => {
  it.each(['json', 'ndjson'] as const)('[X16] holds every run with its own chain, in %s', async (format) => {
    const { path, auditor, runs, projectId } = await seedRuns()
    const answer = await get(`/api/v1${path}/?format=${format}`, auditor.auth)
    expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename="${projectId}.${format}"`)
    const file = await bytesOf(answer)
    const check = await verifyExport(once(file))
    expect(check).toMatchObject({
      intact: true,
      of: 'project',
      format,
      projectId,
      deleted: 1,
      count: 6,
      beats: 6,
    })
    expect('runs' in check && check.runs.map(({ runId, count }) => [runId, count])).toEqual(
      runs.map((id, i) => [id, i + 1]),
    )
  })

  it('[X16] is JSON to an independent reader, with the head of each run', async () => {
    const { path, auditor, runs } = await seedRuns()
    const file = await bytesOf(await get(`${path}/`, auditor.auth))
    const parsed = jsonProjectExportSchema.parse(JSON.parse(file.toString()))
    expect(parsed.exports.map(({ run, entries }) => [run.id, run.head === entries.at(-1)?.hash])).toEqual(
      runs.map((id) => [id, true]),
    )
  })

  it('[X16] finds a changed, dropped, doubled or swapped line, run or grave', async () => {
    const { path, auditor, runs } = await seedRuns()
    for (const format of ['ndjson', 'json']) {
      const file = (await bytesOf(await get(`${path}/?format=${format}`, auditor.auth))).toString()
      const lines = file.split('\n').slice(0, -1)
      const check = (changed: string[]) => verifyExport(once(Buffer.from(`${changed.join('\n')}\n`)))
      expect((await check(lines)).intact).toBe(true)
      for (const [i, line] of lines.entries()) {
        expect((await check(lines.toSpliced(i, 1))).intact).toBe(false)
        expect((await check(lines.toSpliced(i, 0, line))).intact).toBe(false)
        const middle = line.length >> 1
        const other = line[middle] === '0' ? '1' : '0'
        const changed = line.slice(0, middle) + other + line.slice(middle + 1)
        expect((await check(lines.with(i, changed))).intact).toBe(false)
        for (let j = i + 1; j < lines.length; j++) {
          if (lines[j] === line) continue
          expect((await check(lines.with(i, lines[j] ?? '').with(j, line))).intact).toBe(false)
        }
      }
      if (format === 'json') continue
      // A whole run that was cut out: its own lines fit, and the seal does not.
      const from = lines.findIndex((line) => line.includes(`"run":{"id":"${runs[1]}"`))
      expect(await check(lines.toSpliced(from, 4))).toMatchObject({ intact: false, seq: null })
      const broken = lines.with(from + 2, (lines[from + 2] ?? '').replace('Secret', 'secret'))
      expect(await check(broken)).toMatchObject({ intact: false, runId: runs[1], seq: 2, line: from + 3 })
    }
  })

  it.each(['ndjson', 'csv', 'pdf'])('[X18] has one manifest over all runs, as %s', async (format) => {
    const { path, auditor, runs } = await seedRuns()
    const first = await get(`${path}/?format=${format}`, auditor.auth)
    const file = await bytesOf(first)
    const link = /^<([^>]+)>; rel="describedby"$/.exec(first.headers.get('Link') ?? '')?.[1] ?? ''
    const signed = signedManifestSchema
      .extend({ download: z.string() })
      .parse(await get(link, auditor.auth).then((answer) => answer.json()))
    const sha256 = createHash('sha256').update(file).digest('hex')
    const { keys } = publicKeysSchema.parse(
      await get('/.well-known/custos-keys.json', {}).then((answer) => answer.json()),
    )
    expect(await verifyManifest(signed, keys, { bytes: file.length, sha256 })).toMatchObject({ valid: true })
    expect(signed.manifest).toMatchObject({ run_id: null, head: null, count: 6, beats: 6 })
    expect(signed.manifest.runs?.map(({ run_id, last_seq }) => [run_id, last_seq])).toEqual(
      runs.map((id, i) => [id, i + 1]),
    )
    expect((await bytesOf(await get(signed.download, auditor.auth))).equals(file)).toBe(true)
    const ndjson = await verifyExport(once(await bytesOf(await get(`${path}/?format=ndjson`, auditor.auth))))
    expect('runs' in ndjson && ndjson.runs.map(({ head }) => head)).toEqual(
      signed.manifest.runs?.map(({ head }) => head),
    )
  })

  it('[X17] as CSV is read by an independent parser, run after run; as PDF it has pages for each', async () => {
    const { path, auditor, runs } = await seedRuns()
    const csv = (await bytesOf(await get(`${path}/?format=csv`, auditor.auth))).toString()
    const rows = parse<Record<string, string>>(csv, { columns: true, record_delimiter: '\r\n' })
    expect(rows.map(({ record }) => record)).toEqual([
      'beat',
      'end',
      'beat',
      'beat',
      'end',
      'beat',
      'beat',
      'beat',
      'end',
      'deleted',
      'project_end',
    ])
    expect(rows.filter(({ record }) => record === 'end').map(({ run_id }) => run_id)).toEqual(runs)
    expect(JSON.parse(rows.at(-1)?.['note'] ?? '')).toMatchObject({ runs: 3, deleted: 1, complete: true })
    const pdf = await PDFDocument.load(await bytesOf(await get(`${path}/?format=pdf`, auditor.auth)))
    // Its own cover, and a cover, the figures and the rows of each run.
    expect(pdf.getPageCount()).toBe(1 + 3 * 3)
  })

  it('[X16] takes a range, and leaves out runs that have no entry in it', async () => {
    const { path, auditor, runs } = await seedRuns()
    const sql = 'SELECT at FROM entries WHERE run_id = ? AND seq = 1'
    const at = await env.DB.prepare(sql).bind(runs[2]).first<number>('at')
    const start = new Date(at ?? 0).toISOString()
    const file = await bytesOf(await get(`${path}/?format=ndjson&start=${start}`, auditor.auth))
    expect(await verifyExport(once(file))).toMatchObject({
      intact: true,
      deleted: 0,
      runs: [{ runId: runs[2] }],
    })
    const early = await bytesOf(await get(`${path}/?format=json&end=1970-01-02T00:00:00Z`, auditor.auth))
    expect(await verifyExport(once(early))).toMatchObject({ intact: true, deleted: 1, runs: [] })
  })

  it('[X16] [A2] [A3] is for those who may export the whole project', async () => {
    const { path, organizationId, projectId } = await seedRuns()
    const project = { organizationId, projectId }
    const analyst = await seedUser(organizationId, 'analyst')
    const own = await seedKey({ project, scopes: ['export', 'read'] })
    const wide = await seedKey({ project, scopes: ['export', 'read', 'project'] })
    const stranger = await seedKey({ scopes: ['export', 'read', 'project'] })
    expect((await get(`${path}/`, {})).status).toBe(401)
    expect((await get(`${path}/`, analyst.auth)).status).toBe(403)
    expect((await get(`${path}/`, own.auth)).status).toBe(404)
    expect((await get(`${path}/`, stranger.auth)).status).toBe(404)
    expect((await get(`${path}/`, wide.auth)).status).toBe(200)
  })
})

describe('texts in an export', { timeout: 60_000 }, () => {
  it('[X19] are left out for whoever may not read them, and the proof still holds', async () => {
    const project = await seedProject()
    const writer = await seedKey({ project })
    const { run_id } = await postBeat(writer.auth, { prompt: 'A quiet question', response: 'A quiet answer' })
    const blind = await seedKey({ project, scopes: ['export', 'project'] })
    for (const path of [`/simulator/export/${run_id}`, `/projects/${project.projectId}/export`]) {
      for (const format of ['json', 'ndjson', 'csv']) {
        const bare = await bytesOf(await get(`${path}/?format=${format}`, blind.auth))
        expect(bare.toString()).not.toContain('quiet')
        const chosen = await bytesOf(await get(`${path}/?format=${format}&texts=omit`, { ...blind.auth }))
        expect(chosen.toString()).not.toContain('quiet')
        if (format === 'csv') continue
        const check = await verifyExport(once(bare))
        const runs = 'runs' in check ? check.runs : [check]
        expect([check.intact, runs]).toMatchObject([true, [{ withheld: 1, beats: 1 }]])
      }
      expect((await get(`${path}/?texts=full`, blind.auth)).status).toBe(403)
    }
    const full = await bytesOf(await get(`/simulator/export/${run_id}/`, writer.auth))
    expect(full.toString()).toContain('A quiet question')
  })
})

describe('the audit log', { timeout: 60_000 }, () => {
  it('[X20] [U1] has who exported what, and neither credentials nor texts', async () => {
    const { path, auditor, runs, organizationId, projectId } = await seedRuns()
    await bytesOf(await get(`/simulator/export/${runs[1]}/?format=csv&texts=withheld`, auditor.auth))
    await bytesOf(await get(`${path}/?format=ndjson`, auditor.auth))
    const { results } = await env.DB.prepare(
      `SELECT * FROM audit_log WHERE organization_id = ? AND action LIKE '%.export' ORDER BY seq`,
    )
      .bind(organizationId)
      .all<Record<string, string>>()
    const text = JSON.stringify(results)
    expect(results.map(({ action }) => action)).toEqual(['run.export', 'project.export'])
    for (const part of [runs[1], projectId, auditor.id, 'withheld', 'ndjson']) expect(text).toContain(part)
    expect(text).not.toContain('Secret')
    expect(text).not.toContain(auditor.token)
  })
})
