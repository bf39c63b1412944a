import * as z from 'zod'
import {
  amendmentInputSchema,
  batchInputSchema,
  batchReceiptSchema,
  beatInputSchema,
  entrySchema,
  heartbeatReceiptSchema,
  receiptSchema,
} from '../../protocol/index.ts'
import type { Operation } from '../openapi/operation.ts'
import { logQuerySchema } from '../runs/log-query.ts'

const tag = 'Beats'
const beat = { prompt: 'What is the capital of France?', response: 'Paris.', confidence: 0.97 }
const takenSchema = z.union([receiptSchema, heartbeatReceiptSchema])

export const logsOperations: Operation[] = [
  {
    method: 'post',
    path: '/simulator/logs/',
    summary: 'Send one beat, or a heartbeat',
    tag,
    access: 'beat:write',
    description:
      'The exchange is evaluated and recorded before it is answered. The same `id` (or the header ' +
      '`Idempotency-Key`) again is the same beat: it gets its first answer, with `duplicate: true`. Pages elsewhere ' +
      'may send beats with a key whose `allowed_origins` name them. Texts are evaluated whole and stored redacted.',
    body: beatInputSchema,
    bodyExample: beat,
    responses: {
      200: { description: 'It was recorded before', schema: receiptSchema },
      201: { description: 'It is recorded; without its texts', schema: takenSchema },
    },
    problems: ['forbidden', 'key_halted', 'not_found', 'run_ended', 'overloaded'],
  },
  {
    method: 'post',
    path: '/simulator/logs/batch/',
    summary: 'Send up to 500 beats at once',
    tag,
    access: 'beat:write',
    description: 'Answered item by item, in order; a bad item does not spoil the others.',
    body: batchInputSchema,
    bodyExample: { beats: [beat, { kind: 'heartbeat' }] },
    responses: { 200: { description: 'What became of each', schema: batchReceiptSchema } },
    problems: ['forbidden', 'overloaded'],
  },
  {
    method: 'get',
    path: '/simulator/logs/:run_id/',
    summary: 'Read the log of a run',
    tag,
    access: 'run:read',
    query: logQuerySchema,
    responses: {
      200: {
        description: 'A page of entries, in order; without texts for whoever may not read them',
        schema: z.object({ data: z.array(entrySchema), next_cursor: z.string().nullable() }),
      },
    },
    problems: ['forbidden', 'not_found', 'overloaded'],
  },
  {
    method: 'post',
    path: '/simulator/logs/:run_id/:seq/amendments/',
    summary: 'Add to a beat what was learned later',
    tag,
    access: 'beat:amend',
    params: { seq: z.int().min(1) },
    body: amendmentInputSchema,
    bodyExample: { amendment: 'note', data: { text: 'Looked at; harmless.' } },
    responses: {
      200: { description: 'It was added before', schema: amendedSchema() },
      201: { description: 'It is added', schema: amendedSchema() },
    },
    problems: ['forbidden', 'not_found', 'id_taken', 'overloaded'],
  },
]

function amendedSchema() {
  return z.object({ run_id: z.string(), seq: z.int(), beat_seq: z.int() })
}
