import { env, evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import { drizzle } from 'drizzle-orm/d1'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { organizations } from '../migrations/schema.ts'
import { entrySchema, type Entry } from '../protocol/index.ts'
import { call, postBeat, readLog } from './testing/call.ts'
import { seedKey, seedUser } from './testing/seed.ts'
import { connect, type TestViewer } from './testing/socket.ts'

const said = { prompt: 'A quiet question', response: 'A quiet answer', meta: { note: 'quiet too' } }
const stub = (runId: string) => env.RUNS.get(env.RUNS.idFromName(runId))

/** A run of two beats and an amendment, and an auditor of an organisation that shows auditors no texts. */
async function seedWithheld() {
  const key = await seedKey()
  const { organizationId } = key
  const [owner, auditor, analyst] = await Promise.all([
    seedUser(organizationId),
    seedUser(organizationId, 'auditor'),
    seedUser(organizationId, 'analyst'),
  ])
  const setTexts = (auditors_see_texts: boolean) =>
    call('PATCH', `/organizations/${organizationId}/`, owner.auth, { auditors_see_texts })
  expect((await setTexts(false)).status).toBe(200)
  const { run_id: runId } = await postBeat(key.auth, said)
  await postBeat(key.auth, said)
  const path = `/simulator/logs/${runId}/1/amendments/`
  await call('POST', path, analyst.auth, { amendment: 'note', data: { text: 'a quiet word' } })
  return { key, owner, auditor, analyst, runId, setTexts, organizationId }
}

async function entriesOf(viewer: TestViewer, count: number): Promise<Entry[]> {
  await viewer.until(() => viewer.entries().length >= count)
  return viewer.entries().map((entry) => entrySchema.parse(entry))
}

/** Every content member null, the rest as it is for those who may read it. */
function bare(entry: Entry): Entry {
  if (entry.type === 'system') return entry
  const withheld = { withheld: true } as const
  if (entry.type === 'amendment') return { ...entry, data: null, ...withheld }
  return { ...entry, prompt: null, response: null, meta: null, reported: null, truncated: null, ...withheld }
}

describe('an auditor who may not read texts', () => {
  it('[G5] gets pages of the log without them, commitments and hashes in their place', async () => {
    const { auditor, analyst, runId } = await seedWithheld()
    const full = await readLog(analyst.auth, runId)
    expect(JSON.stringify(full).match(/quiet/gu)).toHaveLength(7)
    expect(await readLog(auditor.auth, runId)).toEqual(full.map(bare))
    expect(await readLog(auditor.auth, runId, '')).toEqual(
      full.filter(({ type }) => type === 'beat').map(bare),
    )
  })

  it('[G5] sees an erased text as erased, not as withheld', async () => {
    const { auditor, runId } = await seedWithheld()
    await stub(runId).erase(Date.now() + 1000, false)
    // By the alarm, which may ring by itself: whoever rings second finds the work taken, and not done yet.
    let entries = await readLog(auditor.auth, runId)
    while (entries.some((entry) => !('erased' in entry))) {
      await runDurableObjectAlarm(stub(runId))
      entries = await readLog(auditor.auth, runId)
    }
    expect(entries.map((entry) => ['erased' in entry, 'withheld' in entry])).toEqual(
      entries.map(() => [true, false]),
    )
  })

  it.each(['single', 'batch'] as const)(
    '[L7] hears the tail and what is new without them: %s',
    async (how) => {
      const { key, auditor, analyst, runId } = await seedWithheld()
      const [blind, whole] = [
        await connect(`${runId}?after=0&frames=${how}`, auditor.auth),
        await connect(`${runId}?after=0&frames=${how}`, analyst.auth),
      ]
      await Promise.all([entriesOf(blind, 3), entriesOf(whole, 3)])
      await call('POST', '/simulator/logs/batch/', key.auth, { beats: [said, said] })
      await call('POST', `/simulator/runs/${runId}/pause/`, analyst.auth)
      const full = await entriesOf(whole, 6)
      expect(await entriesOf(blind, 6)).toEqual(full.map(bare))
      expect(JSON.stringify(blind.frames)).not.toContain('quiet')
      expect(JSON.stringify(whole.frames).match(/quiet/gu)).toHaveLength(13)
    },
  )

  it('[L7] hears what has left the tail without them, by ticket too', async () => {
    const { key, auditor, runId } = await seedWithheld()
    for (let i = 0; i < 6; i++) {
      const beats = Array.from({ length: 500 }, () => said)
      await call('POST', '/simulator/logs/batch/', key.auth, { beats })
    }
    await stub(runId).flush()
    const answer = await call('POST', `/simulator/runs/${runId}/ticket/`, auditor.auth)
    const { ticket } = await answer.json<{ ticket: string }>()
    const viewer = await connect(`${runId}?after=0&frames=batch&ticket=${ticket}`)
    const entries = await entriesOf(viewer, 3003)
    expect(entries.every((entry) => 'withheld' in entry)).toBe(true)
    expect(JSON.stringify(entries)).not.toContain('quiet')
  })

  it('[L7] is withheld from after a hibernation as before', async () => {
    const { key, auditor, runId } = await seedWithheld()
    const viewer = await connect(runId, auditor.auth)
    await evictDurableObject(stub(runId))
    await postBeat(key.auth, said)
    expect(await entriesOf(viewer, 1)).toMatchObject([{ seq: 4, prompt: null, withheld: true }])
  })
})

describe('while a socket is open, the right to texts', () => {
  it('[L7] is taken and given back from the next look on, and the socket stays', async () => {
    const { key, auditor, analyst, runId, setTexts, organizationId } = await seedWithheld()
    await setTexts(true)
    const [viewer, other] = [await connect(runId, auditor.auth), await connect(runId, analyst.auth)]
    const prompts: unknown[] = []
    for (const see of [true, false, true]) {
      const change = drizzle(env.DB).update(organizations).set({ auditorsSeeTexts: see })
      await change.where(eq(organizations.id, organizationId))
      await stub(runId).recheckViewers()
      await postBeat(key.auth, said)
      const entry = (await entriesOf(viewer, prompts.length + 1)).at(-1)
      prompts.push(entry?.type === 'beat' && entry.prompt)
    }
    expect(prompts).toEqual([said.prompt, null, said.prompt])
    expect((await entriesOf(other, 3)).every((entry) => !('withheld' in entry))).toBe(true)
  })

  it('[L7] follows the organisation’s setting and a change of role without waiting a minute', async () => {
    const { key, owner, auditor, analyst, runId, setTexts, organizationId } = await seedWithheld()
    await setTexts(true)
    const viewers = [await connect(runId, auditor.auth), await connect(runId, analyst.auth)] as const
    await setTexts(false)
    const member = `/organizations/${organizationId}/members/${analyst.id}/`
    expect((await call('PATCH', member, owner.auth, { role: 'auditor' })).status).toBe(200)
    // Rights are looked at once the request is answered: beats go on until that has been.
    for (const viewer of viewers) {
      const last = () => viewer.entries().at(-1)
      while (!last() || !('withheld' in (last() ?? {}))) {
        const heard = viewer.entries().length
        await postBeat(key.auth, said)
        await viewer.until(() => viewer.entries().length > heard)
      }
    }
  })
})
