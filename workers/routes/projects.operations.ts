import {
  projectInputSchema,
  projectPatchSchema,
  projectSchema,
  projectSettingsSchema,
  type Project,
} from '../../protocol/index.ts'
import { listQuerySchema } from '../http/list-page.ts'
import type { Operation } from '../openapi/operation.ts'
import { pageSchema } from '../openapi/page-schema.ts'

const tag = 'Projects'

const project: Project = {
  id: 'prj_0123456789abcdef',
  organization_id: 'org_0123456789abcdef',
  name: 'Checkout bot',
  settings: projectSettingsSchema.parse({}),
  created_at: '2026-11-22T08:00:00.000Z',
}

export const projectsOperations: Operation[] = [
  {
    method: 'get',
    path: '/organizations/:id/projects/',
    summary: 'List the projects of an organisation',
    tag,
    access: 'project:list',
    query: listQuerySchema,
    responses: {
      200: {
        description: 'A page of projects, oldest first',
        schema: pageSchema(projectSchema),
        example: { data: [project], next_cursor: null },
      },
    },
    problems: ['not_found'],
  },
  {
    method: 'post',
    path: '/organizations/:id/projects/',
    summary: 'Create a project',
    tag,
    access: 'project:create',
    body: projectInputSchema,
    bodyExample: { name: 'Checkout bot' },
    responses: { 201: { description: 'Created', schema: projectSchema, example: project } },
    problems: ['invalid_body', 'forbidden', 'not_found', 'conflict'],
  },
  {
    method: 'get',
    path: '/projects/:id/',
    summary: 'Look at a project',
    tag,
    access: 'project:read',
    responses: { 200: { description: 'The project', schema: projectSchema, example: project } },
    problems: ['not_found'],
  },
  {
    method: 'patch',
    path: '/projects/:id/',
    summary: 'Rename a project, set its thresholds',
    tag,
    access: 'project:update',
    description:
      'Settings are given whole: one that is left out goes back to its default. They hold from the next beat on.',
    body: projectPatchSchema,
    bodyExample: { settings: { green_from: 0.9 } },
    responses: { 200: { description: 'The project', schema: projectSchema } },
    problems: ['invalid_body', 'forbidden', 'not_found'],
  },
  {
    method: 'delete',
    path: '/projects/:id/',
    summary: 'Delete a project with its keys and runs',
    tag,
    access: 'project:delete',
    description: 'While a run is open it is refused. Of the runs there stay tombstones.',
    responses: { 204: { description: 'Deleted' } },
    problems: ['forbidden', 'not_found', 'conflict'],
  },
]
