import * as z from 'zod'
import { runInputSchema, runSchema, timestampSchema, type Run } from '../../protocol/index.ts'
import type { Operation } from '../openapi/operation.ts'
import { runListQuerySchema } from '../runs/list-runs.ts'

const tag = 'Runs'
const pageSchema = z.object({ data: z.array(runSchema), next_cursor: z.string().nullable() })
const ticketSchema = z.object({ ticket: z.string(), expires_at: timestampSchema })

const example: Run = {
  id: 'run_y2k4w7q3m5n6p7r2s3t4v5w6x7',
  name: 'Nightly batch',
  labels: ['staging'],
  status: 'active',
  pause_reason: null,
  started_at: '2026-11-22T08:00:00.000Z',
  ended_at: null,
  project_id: 'prj_0123456789abcdef',
  api_key_id: 'key_0123456789abcdef',
  previous_run_id: null,
  next_run_id: null,
  last_seq: 1,
  head: '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
  stats: {
    beats: 1,
    violations: 0,
    flatlines: 0,
    score_mean: 0.98,
    score_recent: 0.98,
    score_min: 0.98,
    score_max: 0.98,
    hrv: null,
    by_color: { green: 1, yellow: 0, red: 0 },
    last_beat_at: '2026-11-22T08:00:01.000Z',
    beats_per_second: 0.1,
  },
}

export const runsOperations: Operation[] = [
  {
    method: 'post',
    path: '/simulator/runs/',
    summary: 'Start a run, or get the open one',
    tag,
    access: 'run:start',
    description:
      'A key starts its own run. A person names the `api_key_id` of the key whose run it is, or the `project_id` of ' +
      'one that belongs to no key. The header `Idempotency-Key` makes the start of such a run repeatable.',
    body: runInputSchema,
    bodyExample: { name: 'Nightly batch', labels: ['staging'] },
    responses: {
      200: { description: 'The open run, as it is', schema: runSchema },
      201: { description: 'A new run', schema: runSchema, example },
    },
    problems: ['forbidden', 'not_found', 'overloaded'],
  },
  {
    method: 'get',
    path: '/simulator/runs/',
    summary: 'List runs, newest first',
    tag,
    access: 'run:list',
    query: runListQuerySchema,
    responses: {
      200: {
        description: 'A page of runs',
        schema: pageSchema,
        example: { data: [example], next_cursor: null },
      },
    },
    problems: ['forbidden'],
  },
  {
    method: 'get',
    path: '/simulator/runs/current/',
    summary: 'The open run',
    tag,
    access: 'run:read',
    query: z.object({ api_key_id: z.string().optional() }),
    responses: { 200: { description: 'The run', schema: runSchema } },
    problems: ['forbidden', 'not_found', 'run_ambiguous'],
  },
  {
    method: 'get',
    path: '/simulator/runs/:run_id/',
    summary: 'A run as it is this moment',
    tag,
    access: 'run:read',
    responses: { 200: { description: 'The run', schema: runSchema, example } },
    problems: ['forbidden', 'not_found'],
  },
  {
    method: 'post',
    path: '/simulator/runs/:run_id/:order/',
    summary: 'Pause, resume or end a run',
    tag,
    access: 'run:order',
    params: { order: z.enum(['pause', 'resume', 'end']) },
    responses: { 200: { description: 'The run after it', schema: runSchema } },
    problems: ['forbidden', 'not_found', 'run_transition'],
  },
  {
    method: 'post',
    path: '/simulator/runs/:run_id/ticket/',
    summary: 'Get a pass for the live socket of a run, good once, for 60 s',
    tag: 'Live',
    access: 'run:read',
    responses: { 201: { description: 'The ticket', schema: ticketSchema } },
    problems: ['forbidden', 'not_found'],
  },
  {
    method: 'delete',
    path: '/simulator/runs/:run_id/',
    summary: 'Delete a closed run',
    tag,
    access: 'run:delete',
    description:
      'With all that it held. There stays a tombstone: its id, owners, times and the head of its chain.',
    responses: { 204: { description: 'It is being deleted' } },
    problems: ['forbidden', 'not_found', 'conflict'],
  },
]
