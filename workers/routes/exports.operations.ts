import * as z from 'zod'
import {
  jsonExportSchema,
  jsonProjectExportSchema,
  signedManifestSchema,
  type Manifest,
} from '../../protocol/index.ts'
import { exportQuerySchema } from '../evidence/export-query.ts'
import type { Operation } from '../openapi/operation.ts'

const tag = 'Exports'
const manifestSchema = signedManifestSchema.extend({ download: z.string() })

const hash = '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef'
const keyId = 'mY2w8VvJtq0jW7yJH0m0m9b3cJ9m1cPpo2mN6cQ0b1E'

const manifest: Manifest = {
  custos_manifest: 1,
  file: { name: 'run_y2k4w7q3m5n6p7r2s3t4v5w6x7.ndjson', format: 'ndjson', bytes: 80_123, sha256: hash },
  run_id: 'run_y2k4w7q3m5n6p7r2s3t4v5w6x7',
  project_id: 'prj_0123456789abcdef',
  range: { start: null, end: null },
  first_seq: 1,
  last_seq: 73,
  count: 73,
  beats: 72,
  first_link: hash,
  head: hash,
  texts: 'full',
  versions: { export: 1, server: '0.1.0' },
  exporter: { type: 'user', id: 'usr_0123456789abcdef' },
  created_at: '2026-11-22T08:00:00.000Z',
}

const description =
  '`format` is `json`, `ndjson`, `csv` or `pdf`; `texts=withheld` leaves texts out, and whoever may not read them ' +
  'gets none. The header `Link` names the signed manifest of exactly this file.'

/** Both ways to the exports of a project. */
const projectPrefixes = ['/projects', '/api/v1/projects'] as const

export const exportsOperations: Operation[] = [
  {
    method: 'get',
    path: '/simulator/export/:run_id/',
    summary: 'Take a run away, with its proof',
    tag,
    access: 'run:export',
    description,
    query: exportQuerySchema,
    responses: { 200: { description: 'An attachment in the format', schema: jsonExportSchema } },
    problems: ['forbidden', 'not_found', 'overloaded'],
  },
  {
    method: 'get',
    path: '/simulator/export/:run_id/manifest/',
    summary: 'Have an export of a run signed',
    tag,
    access: 'run:export',
    description: 'Answers what is signed and `download`, the path of exactly that file, good for 24 hours.',
    query: exportQuerySchema,
    responses: {
      200: { description: 'The signed manifest', schema: manifestSchema, example: signed(manifest) },
    },
    problems: ['forbidden', 'not_found', 'overloaded'],
  },
  ...projectPrefixes.flatMap(ofProject),
]

function ofProject(prefix: (typeof projectPrefixes)[number]): Operation[] {
  return [
    {
      method: 'get',
      path: `${prefix}/:id/export/`,
      summary: 'Take all runs of a project away, in one file',
      tag,
      access: 'project:export',
      description,
      query: exportQuerySchema,
      responses: { 200: { description: 'An attachment in the format', schema: jsonProjectExportSchema } },
      problems: ['forbidden', 'not_found', 'overloaded'],
    },
    {
      method: 'get',
      path: `${prefix}/:id/export/manifest/`,
      summary: 'Have an export of a project signed',
      tag,
      access: 'project:export',
      query: exportQuerySchema,
      responses: {
        200: {
          description: 'The signed manifest, with the stretch of each run',
          schema: manifestSchema,
          example: signed({
            ...manifest,
            file: { ...manifest.file, name: 'prj_0123456789abcdef.ndjson' },
            run_id: null,
            first_seq: null,
            last_seq: null,
            first_link: null,
            head: null,
            runs: [
              {
                run_id: 'run_y2k4w7q3m5n6p7r2s3t4v5w6x7',
                first_seq: 1,
                last_seq: 73,
                count: 73,
                beats: 72,
                first_link: hash,
                head: hash,
              },
            ],
            seal: hash,
          }),
        },
      },
      problems: ['forbidden', 'not_found', 'overloaded'],
    },
  ]
}

function signed(of: Manifest): z.infer<typeof manifestSchema> {
  return {
    manifest: of,
    algorithm: 'Ed25519',
    key_id: keyId,
    signature: 'A'.repeat(86),
    download: '/simulator/export/run_y2k4w7q3m5n6p7r2s3t4v5w6x7/?export=eyJyZXF1ZXN0Ijp7fX0.AAAA',
  }
}
