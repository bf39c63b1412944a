import type { D1Database } from '@cloudflare/workers-types'
import { buildWorker, built } from '../../local/launcher/build.ts'
import { migrate } from '../../local/launcher/migrate.ts'
import { ensureOwner } from '../../local/launcher/owner.ts'
import { bootPlatform } from '../../local/launcher/platform.ts'
import { mkdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/*
 * The server under torture: the same Worker, objects and D1 on the same platform as `npm start`, as a process
 * of its own. Its parent tells it when D1 is to fail or to be slow, and D1 then does: a table is away, or a
 * long query is in front.
 */

const [dataDir = '', port = '0', proxyPort = '0', build = ''] = process.argv.slice(2)
mkdirSync(built.page, { recursive: true })
if (build === 'build') await buildWorker()
const hosts = [port, proxyPort].map((each) => `127.0.0.1:${each}`)
const address = { host: '127.0.0.1', port: Number(port), dataDir, hosts }
const platform = await bootPlatform(address)
const db = await platform.getD1Database('DB')
await mend(db)
await migrate(db, new URL('../../migrations/', import.meta.url))
const credentials = await ensureOwner(db, dataDir, `http://127.0.0.1:${port}`)
process.send?.({ ready: credentials })

/** The table goes and comes in the order of the orders: a mending that overtook a failing would be none. */
let inOrder: Promise<unknown> = Promise.resolve()

/** An order that meets a dying server came too late. */
const late = () => undefined

process.on('message', (order) => {
  if (order === 'fail') {
    inOrder = inOrder.then(() => db.exec('ALTER TABLE entries RENAME TO entries_away')).catch(late)
  } else if (order === 'mend') {
    inOrder = inOrder.then(untilMended)
  } else if (order === 'slow') {
    slow().catch(late)
  }
})

/** Brings the table back that a failing D1 lacked, also when the server was killed before it could. */
async function mend(d1: D1Database): Promise<unknown> {
  const away = await d1.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'entries_away'`).first()
  return away && d1.exec('ALTER TABLE entries_away RENAME TO entries')
}

/**
 * The control connection may be closed just when it is used, as every idle one may: a mending that got lost on it is
 * tried again, or D1 would fail for ever and the torture wait for it.
 */
async function untilMended(): Promise<void> {
  for (;;) {
    const lost = sleep(5000).then(() => Promise.reject(new Error('No answer')))
    const done = await Promise.race([mend(db), lost]).then(
      () => true,
      () => false,
    )
    if (done) return
    await sleep(200)
  }
}

async function slow(): Promise<unknown> {
  const count = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000000)
    SELECT count(*) FROM n`
  return db.prepare(count).all()
}
