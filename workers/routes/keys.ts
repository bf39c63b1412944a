import { Hono } from 'hono'
import type { AppContext } from '../env.ts'
import { publicKeys } from '../evidence/signing-key.ts'

/** The keys that manifests are signed with: public, also to a checker that runs elsewhere. [X13] */
export const keys = new Hono<AppContext>({ strict: false }).get('/custos-keys.json', async (c) =>
  c.json(await publicKeys(c.env), 200, {
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': 'public, max-age=300',
  }),
)
