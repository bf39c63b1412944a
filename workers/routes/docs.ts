import { Hono } from 'hono'
import { configOf } from '../config.ts'
import type { AppContext } from '../env.ts'

/** What the API is, for programs and for people. Loaded when asked for: nothing of it is on a beat's path. [M3] */
export const docs = new Hono<AppContext>({ strict: false })

const cached = { 'Cache-Control': 'public, max-age=300' }

docs.get('/openapi.json', async (c) => {
  const { openApi } = await import('../openapi/serve.ts')
  return c.json(openApi(configOf(c.env).PUBLIC_URL), 200, { ...cached, 'Access-Control-Allow-Origin': '*' })
})

docs.get('/docs', async (c) => {
  const { openApi, docsPage } = await import('../openapi/serve.ts')
  return c.html(docsPage(openApi(configOf(c.env).PUBLIC_URL)), 200, cached)
})

docs.get('/docs/style.css', async (c) => {
  const { docsStyle } = await import('../openapi/serve.ts')
  return c.body(docsStyle, 200, { ...cached, 'Content-Type': 'text/css; charset=utf-8' })
})
