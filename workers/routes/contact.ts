import { Hono } from 'hono'
import { contactInputSchema } from '../../protocol/contact.ts'
import { takeMessage } from '../contact/take-message.ts'
import type { AppContext } from '../env.ts'
import { clientAddress } from '../http/client-address.ts'
import { readBody } from '../http/read-body.ts'

/** A word to whoever runs this server. [N9] */
export const contact = new Hono<AppContext>({ strict: false }).post('/', async (c) => {
  const input = await readBody(c.req.raw, contactInputSchema)
  await takeMessage(c.env, input, clientAddress(c.req.raw, c.env), Date.now())
  return c.json({ ok: true }, 202)
})
