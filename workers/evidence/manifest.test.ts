import { createExecutionContext, env } from 'cloudflare:test'
import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import canonicalize from 'canonicalize'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { verifyManifest } from '../../evidence/manifest.ts'
import { publicKeysSchema, signedManifestSchema } from '../../protocol/index.ts'
import { createApp } from '../app.ts'
import { postBeat, readProblem } from '../testing/call.ts'
import { seedKey, seedUser } from '../testing/seed.ts'

const newKey = () => generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
const [secret, past] = [newKey(), newKey()]
const withKey = {
  ...env,
  EXPORT_SIGNING_KEY: JSON.stringify(secret),
  EXPORT_PAST_KEYS: JSON.stringify([{ x: past.x }]),
}
const answerSchema = signedManifestSchema.extend({ download: z.string() })

async function get(path: string, headers: Record<string, string>, bindings: typeof env = withKey) {
  const request = new Request(`https://custos.test${path}`, { headers })
  return createApp().fetch(request, bindings, createExecutionContext())
}

async function seedRun() {
  const { auth, organizationId } = await seedKey()
  for (let i = 0; i < 3; i++) await postBeat(auth, { prompt: `Q${i}`, response: `A${i}` })
  const { run_id } = await postBeat(auth, { response: 'last' })
  return { auth, run_id, organizationId }
}

describe('a signed manifest', { timeout: 30_000 }, () => {
  it.each(['json', 'ndjson', 'csv', 'pdf'])(
    '[X11] [X12] [X14] of %s is of the file, by another library too',
    async (format) => {
      const { auth, run_id } = await seedRun()
      const export_ = await get(`/simulator/export/${run_id}/?format=${format}`, auth)
      const file = Buffer.from(await export_.arrayBuffer())
      // What comes later is not in the file, and not in its manifest.
      await postBeat(auth, { response: 'later' })
      const link = /^<([^>]+)>; rel="describedby"$/.exec(export_.headers.get('Link') ?? '')?.[1] ?? ''
      const answer = answerSchema.parse(await get(link, auth).then((one) => one.json()))
      const sha256 = createHash('sha256').update(file).digest('hex')
      expect(answer.manifest).toMatchObject({
        run_id,
        count: 4,
        file: { bytes: file.length, sha256, format },
      })
      const { keys } = publicKeysSchema.parse(
        await get('/.well-known/custos-keys.json', {}).then((one) => one.json()),
      )
      expect(keys.map(({ status, x }) => [status, x])).toEqual([
        ['current', secret.x],
        ['retired', past.x],
      ])
      expect(await verifyManifest(answer, keys, { bytes: file.length, sha256 })).toEqual({
        valid: true,
        keyStatus: 'current',
      })
      const signed = Buffer.from(`custos/manifest/1:${canonicalize(answer.manifest)}`)
      const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: secret.x ?? '' }, format: 'jwk' })
      expect(verify(null, signed, key, Buffer.from(answer.signature, 'base64url'))).toBe(true)
      const again = await get(answer.download, auth)
      expect(Buffer.from(await again.arrayBuffer()).equals(file)).toBe(true)
    },
  )

  it('[X14] shows by its hash that a text was erased since', async () => {
    const { auth, run_id } = await seedRun()
    const first = answerSchema.parse(
      await get(`/simulator/export/${run_id}/manifest/`, auth).then((one) => one.json()),
    )
    await env.DB.prepare('UPDATE entries SET content = NULL, salt = NULL WHERE run_id = ? AND seq = 2')
      .bind(run_id)
      .run()
    const file = await get(first.download, auth).then((one) => one.arrayBuffer())
    expect(createHash('sha256').update(Buffer.from(file)).digest('hex')).not.toBe(first.manifest.file.sha256)
  })

  it('[X14] [A2] gives nothing to another person, with another run, or with a ticket that was touched', async () => {
    const { auth, run_id, organizationId } = await seedRun()
    const { download } = answerSchema.parse(
      await get(`/simulator/export/${run_id}/manifest/`, auth).then((one) => one.json()),
    )
    const colleague = await seedUser(organizationId)
    const other = await seedRun()
    const ticket = download.slice(download.indexOf('?'))
    expect((await get(download, {})).status).toBe(401)
    expect((await get(download, colleague.auth)).status).toBe(404)
    expect((await get(download, other.auth)).status).toBe(404)
    expect((await get(`/simulator/export/${other.run_id}/${ticket}`, other.auth)).status).toBe(404)
    for (const bad of [
      '?export=',
      '?export=a.b',
      ticket.replace(/(?<=export=2\.)./u, (first) => (first === 'A' ? 'B' : 'A')),
      ticket.replace('export=2.', 'export='),
      // In the middle of the signature: the last byte of an Ed25519 signature is zero one time in sixteen.
      ticket.replace(/.{40}$/u, (end) => `${end.startsWith('A') ? 'B' : 'A'}${end.slice(1)}`),
    ]) {
      expect((await get(`/simulator/export/${run_id}/${bad}`, auth)).status).toBe(404)
    }
  })

  it('[X13] says so where there is no key, and never quotes a wrong one', async () => {
    const { auth, run_id } = await seedRun()
    const none = await get(`/simulator/export/${run_id}/manifest/`, auth, env)
    expect([none.status, (await readProblem(none)).detail]).toEqual([
      404,
      expect.stringContaining('EXPORT_SIGNING_KEY'),
    ])
    expect(await get('/.well-known/custos-keys.json', {}, env).then((one) => one.json())).toEqual({
      keys: [],
    })
    const export_ = await get(`/simulator/export/${run_id}/`, auth, env)
    expect([export_.status, export_.headers.get('Link')]).toEqual([200, null])
    await export_.text()
    const wrong = await get(`/simulator/export/${run_id}/`, auth, { ...env, EXPORT_SIGNING_KEY: '"hush"' })
    expect([wrong.status, await wrong.text()]).toEqual([500, expect.not.stringContaining('hush')])
  })
})
