import {
  apiKeySchema,
  keyInputSchema,
  keyPatchSchema,
  keyRotationSchema,
  newApiKeySchema,
  type ApiKey,
} from '../../protocol/index.ts'
import { listQuerySchema } from '../http/list-page.ts'
import type { Operation } from '../openapi/operation.ts'
import { pageSchema } from '../openapi/page-schema.ts'

const tag = 'API keys'

const key: ApiKey = {
  id: 'key_0123456789abcdef',
  organization_id: 'org_0123456789abcdef',
  project_id: 'prj_0123456789abcdef',
  name: 'Nightly',
  prefix: 'cus_live_Ab3d',
  mode: 'live',
  scopes: ['write'],
  on_severe: 'hold',
  allowed_origins: [],
  created_by: 'usr_0123456789abcdef',
  created_at: '2026-11-22T08:00:00.000Z',
  last_used_at: null,
  expires_at: null,
  revoked_at: null,
  previous_until: null,
}
const shown = { ...key, key: 'cus_live_…' }

export const apiKeysOperations: Operation[] = [
  {
    method: 'get',
    path: '/projects/:id/keys/',
    summary: 'List the keys of a project',
    tag,
    access: 'key:list',
    description: 'Revoked ones too. Of a secret nothing is shown but its beginning.',
    query: listQuerySchema,
    responses: {
      200: {
        description: 'A page of keys, oldest first',
        schema: pageSchema(apiKeySchema),
        example: { data: [key], next_cursor: null },
      },
    },
    problems: ['not_found'],
  },
  {
    method: 'post',
    path: '/projects/:id/keys/',
    summary: 'Create a key',
    tag,
    access: 'key:create',
    body: keyInputSchema,
    bodyExample: { name: 'Nightly', mode: 'live', scopes: ['write'] },
    responses: {
      201: { description: 'The key, its secret shown this once', schema: newApiKeySchema, example: shown },
    },
    problems: ['invalid_body', 'forbidden', 'not_found', 'conflict'],
  },
  {
    method: 'patch',
    path: '/keys/:id/',
    summary: 'Rename a key, tell it how to behave',
    tag,
    access: 'key:update',
    description: 'Its scopes never change: a key that may more is another key.',
    body: keyPatchSchema,
    bodyExample: { on_severe: 'halt' },
    responses: { 200: { description: 'The key', schema: apiKeySchema } },
    problems: ['invalid_body', 'forbidden', 'not_found', 'conflict'],
  },
  {
    method: 'post',
    path: '/keys/:id/rotate/',
    summary: 'Give a key a new secret',
    tag,
    access: 'key:rotate',
    description: 'It stays the same key, with its run. The old secret works on for the overlap.',
    body: keyRotationSchema,
    bodyExample: { overlap_hours: 24 },
    responses: {
      200: {
        description: 'The key, its new secret shown this once',
        schema: newApiKeySchema,
        example: { ...shown, previous_until: '2026-11-23T08:00:00.000Z' },
      },
    },
    problems: ['invalid_body', 'forbidden', 'not_found', 'conflict'],
  },
  {
    method: 'delete',
    path: '/keys/:id/',
    summary: 'Revoke a key',
    tag,
    access: 'key:revoke',
    description: 'For good, within five seconds everywhere. Its open run ends with the reason `key_revoked`.',
    responses: { 204: { description: 'Revoked' } },
    problems: ['forbidden', 'not_found', 'conflict'],
  },
]
