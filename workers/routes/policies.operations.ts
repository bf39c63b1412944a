import { projectPolicySchema } from '../../protocol/index.ts'
import type { Operation } from '../openapi/operation.ts'

const path = '/projects/:id/policy/'
const tag = 'Projects'
const found = { description: 'The policy, and the rules that it comes to', schema: projectPolicySchema }

/** What the routes of a project's policy promise. [V9] */
export const policiesOperations: Operation[] = [
  {
    method: 'get',
    path,
    summary: 'Read the policy that a project’s beats are judged under',
    tag,
    access: 'project:read',
    responses: { 200: found },
    problems: ['unauthenticated', 'forbidden', 'not_found'],
  },
  {
    method: 'put',
    path,
    summary: 'Put a policy in force, once every pattern compiles and every example holds',
    tag,
    access: 'project:update',
    description:
      'The body is a policy document (`docs/policy.schema.json`). It holds from the next beat on, within seconds.',
    body: projectPolicySchema.shape.policy.unwrap(),
    bodyExample: {
      id: 'acme.support',
      version: '1.0.0',
      extends: 'custos.default',
      rules: [
        {
          id: 'acme.no_discounts',
          title: 'Promises a discount',
          severity: 'medium',
          target: 'response',
          when: { keywords: ['I can offer you a discount'] },
        },
      ],
    },
    responses: { 200: found },
    problems: ['unauthenticated', 'forbidden', 'not_found', 'invalid_json', 'invalid_body', 'body_too_large'],
  },
  {
    method: 'delete',
    path,
    summary: 'Go back to the shipped policy',
    tag,
    access: 'project:update',
    responses: { 204: { description: 'Done' } },
    problems: ['unauthenticated', 'forbidden', 'not_found'],
  },
]
