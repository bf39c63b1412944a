import * as z from 'zod'
import { contactInputSchema } from '../../protocol/contact.ts'
import type { Operation } from '../openapi/operation.ts'

export const contactOperations: Operation[] = [
  {
    method: 'post',
    path: '/contact/',
    summary: 'Send a word to whoever runs this server',
    tag: 'Server',
    access: 'public',
    description: 'Five a minute from one address. Leave `website` out: it is there for machines to fill in.',
    body: contactInputSchema,
    bodyExample: { name: 'Ada', email: 'ada@example.com', message: 'Where do I find the export?' },
    responses: {
      202: { description: 'It is kept', schema: z.object({ ok: z.literal(true) }), example: { ok: true } },
    },
    problems: ['rate_limited'],
  },
]
