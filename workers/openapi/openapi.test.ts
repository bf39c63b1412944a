import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { createApp } from '../app.ts'
import { byRole } from '../auth/access.ts'
import { problemSchema } from '../../protocol/index.ts'
import { call } from '../testing/call.ts'
import { openApiDocument, openApiPath } from './document.ts'
import { operations } from './operations.ts'

/** Routes that are the page and its own files: nothing that a client calls. */
const pages = new Set(['GET /simulator', 'GET /docs/style.css'])

/** `GET /runs/{id}` of a route as of an operation: without the pattern of a parameter or a trailing slash. */
function named(method: string, path: string): string {
  return `${method.toUpperCase()} ${openApiPath(path).replace(/(?<=.)\/$/, '')}`
}

const routes = createApp()
  .routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
  .map(({ method, path }) => named(method, path))
const declared = operations.map(({ method, path }) => named(method, path))

describe('the operations', () => {
  it('[M3] are those of the routes: every route says what it promises', () => {
    const missing = routes.filter((route) => !pages.has(route) && !declared.includes(route))
    expect([...new Set(missing)]).toEqual([])
  })

  it('[M3] are those of the routes: nothing is promised that is not there', () => {
    expect(declared.filter((operation) => !routes.includes(operation))).toEqual([])
    expect(new Set(declared).size).toBe(declared.length)
  })

  it.each(operations)(
    '[M3] $method $path has examples that fit, and asks for a right there is',
    (operation) => {
      const { access, body, bodyExample, responses } = operation
      expect(['public', 'person', 'actor', 'operator', ...Object.keys(byRole)]).toContain(access)
      expect(body === undefined || bodyExample !== undefined, 'a body has an example').toBe(true)
      expect(body?.safeParse(bodyExample).error).toBeUndefined()
      for (const { schema, example } of Object.values(responses)) {
        expect(example === undefined ? undefined : schema?.safeParse(example).error).toBeUndefined()
      }
    },
  )
})

describe('the document', () => {
  it('[M3] is made of JSON alone, and refers to nothing that is not in it', () => {
    const document = openApiDocument(operations, 'https://custos.test')
    const text = JSON.stringify(document)
    expect(JSON.parse(text)).toEqual(document)
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, one]) => one)
    const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`)
    expect(references.filter((one) => one === undefined || !known.includes(one))).toEqual([])
    // Each says what it is, and not only another name for it.
    const hollow = Object.values(document.components.schemas).filter((one) => '$ref' in one)
    expect(hollow).toEqual([])
    const ids = Object.values(document.paths).flatMap((item) =>
      Object.values(item).map((one) => one.operationId),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('[M3] is answered to everybody, with problems for every operation', async () => {
    const answer = await call('GET', '/openapi.json')
    expect(answer.status).toBe(200)
    const { paths } = z.object({ paths: z.record(z.string(), z.unknown()) }).parse(await answer.json())
    expect(Object.keys(paths)).toContain('/simulator/logs/{run_id}/')
    const beat = openApiDocument(operations, 'https://custos.test').paths['/simulator/logs/']?.['post']
    const refused = beat?.responses['401']?.content?.['application/problem+json'] as unknown
    const examples = z
      .object({ examples: z.record(z.string(), z.object({ value: problemSchema })) })
      .parse(refused)
    expect(examples.examples['unauthenticated']?.value.status).toBe(401)
  })

  it('[M3] is shown without a script, a style of its own, or another host', async () => {
    const answer = await call('GET', '/docs')
    const page = await answer.text()
    expect(answer.headers.get('Content-Security-Policy')).toContain("script-src 'self'")
    expect(page).not.toMatch(/<script|<style|style=|\son[a-z]+=|https?:\/\/(?!custos\.test)/)
    for (const { path } of operations) expect(page).toContain(openApiPath(path))
    const style = await call('GET', '/docs/style.css')
    expect(style.headers.get('Content-Type')).toContain('text/css')
  })
})
