import { SELF } from 'cloudflare:test'
import {
  entrySchema,
  problemSchema,
  receiptSchema,
  runSchema,
  type Entry,
  type Problem,
  type Receipt,
  type Run,
} from '../../protocol/index.ts'
import * as z from 'zod'

const origin = 'https://custos.test'

/** One request to the whole server. A body that is no string is sent as JSON. */
export async function call(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: unknown,
): Promise<Response> {
  return SELF.fetch(`${origin}${path}`, {
    method,
    headers,
    redirect: 'manual',
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
}

/** Posts one beat and reads its receipt by the schema. */
export async function postBeat(auth: Record<string, string>, body: unknown): Promise<Receipt> {
  const answer = await call('POST', '/simulator/logs/', auth, body)
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return receiptSchema.parse(await answer.json())
}

export async function readProblem(answer: Response): Promise<Problem> {
  return problemSchema.parse(await answer.json())
}

export async function readRun(answer: Response): Promise<Run> {
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return runSchema.parse(await answer.json())
}

/** The whole log of a run, page by page. */
export async function readLog(
  auth: Record<string, string>,
  runId: string,
  query = 'kinds=all',
): Promise<Entry[]> {
  const pageSchema = z.object({ data: z.array(entrySchema), next_cursor: z.string().nullable() })
  const entries: Entry[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const more = cursor === '' ? '' : `&cursor=${cursor}`
    const answer = await call('GET', `/simulator/logs/${runId}/?limit=500&${query}${more}`, auth)
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
    const page = pageSchema.parse(await answer.json())
    entries.push(...page.data)
    cursor = page.next_cursor
  }
  return entries
}
