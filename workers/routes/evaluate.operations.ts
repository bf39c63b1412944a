import { beatInputSchema, evaluationSchema } from '../../protocol/index.ts'
import type { Operation } from '../openapi/operation.ts'

export const evaluateOperation: Operation = {
  method: 'post',
  path: '/api/v1/evaluate/',
  summary: 'Judge an exchange without recording it',
  tag: 'Beats',
  access: 'beat:write',
  description:
    'The verdict that a beat with this body would get, by the same policy and thresholds. Nothing is stored, no run ' +
    'is opened or kept alive, and a halted key is answered like any other. Spans index the texts as they were sent.',
  body: beatInputSchema,
  bodyExample: { prompt: 'What is the capital of France?', response: 'Paris.' },
  responses: { 200: { description: 'The verdict', schema: evaluationSchema } },
  problems: ['unauthenticated', 'forbidden', 'not_found', 'invalid_json', 'invalid_body', 'body_too_large'],
}
