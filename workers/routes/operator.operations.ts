import * as z from 'zod'
import { publicKeysSchema } from '../../protocol/index.ts'
import { openMetricsType } from '../metrics/open-metrics.ts'
import type { Operation } from '../openapi/operation.ts'

const tag = 'Server'
const readySchema = z.object({
  ok: z.boolean(),
  checks: z.object({ database: z.boolean(), objects: z.boolean() }),
})

export const operatorOperations: Operation[] = [
  {
    method: 'get',
    path: '/simulator/ping/',
    summary: 'Answer pong',
    tag,
    access: 'public',
    responses: {
      200: { description: 'Pong', schema: z.object({ pong: z.literal(true) }), example: { pong: true } },
    },
    problems: [],
  },
  {
    method: 'get',
    path: '/healthz',
    summary: 'Whether the server lives',
    tag,
    access: 'public',
    responses: {
      200: { description: 'It does', schema: z.object({ ok: z.literal(true) }), example: { ok: true } },
    },
    problems: [],
  },
  {
    method: 'get',
    path: '/readyz',
    summary: 'Whether what the server stands on answers',
    tag,
    access: 'public',
    responses: {
      200: {
        description: 'The database and the objects answer',
        schema: readySchema,
        example: { ok: true, checks: { database: true, objects: true } },
      },
      503: { description: 'Something does not', schema: readySchema },
    },
    problems: [],
  },
  {
    method: 'get',
    path: '/metrics',
    summary: 'Counters for the operator',
    tag,
    access: 'operator',
    description: 'There is no such route while METRICS_TOKEN is not set.',
    responses: { 200: { description: 'OpenMetrics text', type: openMetricsType } },
    problems: ['not_found'],
  },
  {
    method: 'get',
    path: '/.well-known/custos-keys.json',
    summary: 'The keys that manifests of exports are signed with',
    tag: 'Evidence',
    access: 'public',
    responses: { 200: { description: 'Public keys', schema: publicKeysSchema, example: { keys: [] } } },
    problems: [],
  },
  {
    method: 'get',
    path: '/openapi.json',
    summary: 'This document',
    tag,
    access: 'public',
    responses: { 200: { description: 'OpenAPI 3.1', schema: z.record(z.string(), z.unknown()) } },
    problems: [],
  },
  {
    method: 'get',
    path: '/docs',
    summary: 'This document, to read',
    tag,
    access: 'public',
    responses: { 200: { description: 'A page', type: 'text/html; charset=utf-8' } },
    problems: [],
  },
]
