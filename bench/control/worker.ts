import { DurableObject } from 'cloudflare:workers'

/*
 * What the platform itself costs: the least Worker and the least object that could do the job, without
 * evaluation, authentication, order, chain or outbox. Custos is measured beside them in the same run.
 */

interface Env {
  BARE: DurableObjectNamespace<BareObject>
  DB: D1Database
}

/** One row a request, one frame a row to everybody. */
export class BareObject extends DurableObject<Env> {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS rows (seq INTEGER PRIMARY KEY, body TEXT NOT NULL)')
  }

  append(bodies: string[]): number {
    const { sql } = this.ctx.storage
    for (const body of bodies) sql.exec('INSERT INTO rows (body) VALUES (?)', body)
    for (const socket of this.ctx.getWebSockets()) for (const body of bodies) socket.send(body)
    return bodies.length
  }

  override async fetch(request: Request): Promise<Response> {
    const pair = new WebSocketPair()
    this.ctx.acceptWebSocket(pair[1])
    if (request.url.includes('after=0')) {
      const rows = this.ctx.storage.sql.exec<{ body: string }>('SELECT body FROM rows ORDER BY seq')
      for (const { body } of rows) pair[1].send(body)
    }
    return new Response(null, { status: 101, webSocket: pair[0] })
  }
}

/** Rows to D1 as fast as it takes them: 500 a statement. */
async function flush(db: D1Database, how: { rows: number; body: string }): Promise<number> {
  await db.exec('CREATE TABLE IF NOT EXISTS bare (body TEXT NOT NULL)')
  const bodies = JSON.stringify(Array.from({ length: 500 }, () => how.body))
  for (let stored = 0; stored < how.rows; stored += 500) {
    await db.prepare('INSERT INTO bare SELECT value FROM json_each(?)').bind(bodies).run()
  }
  return how.rows
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { pathname } = new URL(request.url)
    if (pathname === '/route') return Response.json({ ok: true, bytes: (await request.text()).length })
    const stub = env.BARE.get(env.BARE.idFromName('one'))
    if (pathname === '/flush') return Response.json({ stored: await flush(env.DB, await request.json()) })
    if (pathname === '/live') return stub.fetch(request)
    const body = await request.json<{ beats?: unknown[] }>()
    const rows = (body.beats ?? [body]).map((beat) => JSON.stringify(beat))
    return Response.json({ stored: await stub.append(rows) })
  },
} satisfies ExportedHandler<Env>
