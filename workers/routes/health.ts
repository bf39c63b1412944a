import { Hono } from 'hono'
import type { AppContext, Env } from '../env.ts'
import { runSession } from '../runs/run-session-stub.ts'

/** Longest that a check may take, ms. */
const patienceMs = 5000
/** An object that no run has: its id is of no shape that a run's has. */
const probeId = 'ready.probe'

/** Whether the server lives, and whether what it stands on answers. [M1] */
export const health = new Hono<AppContext>({ strict: false })

health.get('/healthz', (c) => c.json({ ok: true }))

health.get('/readyz', async (c) => {
  const [database, objects] = await Promise.all([
    answers(() => c.env.DB.prepare('SELECT 1 FROM organizations LIMIT 1').all()),
    answers(() => probeObject(c.env)),
  ])
  const ok = database && objects
  return c.json({ ok, checks: { database, objects } }, ok ? 200 : 503, { 'Cache-Control': 'no-store' })
})

function probeObject(env: Env): Promise<unknown> {
  return runSession(env, probeId).state()
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => resolve(false), patienceMs)
  const asked = ask().then(
    () => true,
    () => false,
  )
  const answered = await Promise.race([asked, late])
  clearTimeout(timer)
  return answered
}
