import type { Context, MiddlewareHandler } from 'hono'
import { problem } from '../protocol/index.ts'
import type { AppContext } from './env.ts'
import { problemResponse } from './http/answer-error.ts'

/**
 * The page and its files. Every address of the simulator is the same document; a file that is not there is a
 * 404, not the document.
 */
export async function page(c: Context<AppContext>): Promise<Response> {
  const url = new URL(c.req.url)
  if (!isFile(url.pathname)) url.pathname = '/'
  const asset = await c.env.ASSETS.fetch(new Request(url, { headers: conditional(c.req.raw.headers) }))
  if (asset.status === 404) return problemResponse(c, problem('not_found', 'There is no such page.'))
  // Asset answers are immutable; the security headers come on a copy.
  return new Response(asset.body, asset)
}

/**
 * The page where a browser navigates to an address that no route has. A program that mistook a path must not
 * take the document, answered 200, for what it asked for; `/` and files are for everybody.
 */
export const pageOrNothing: MiddlewareHandler<AppContext> = async (c, next) => {
  const forAll = c.req.path === '/' || isFile(c.req.path)
  if (forAll || c.req.header('Accept')?.includes('text/html')) return page(c)
  await next()
  c.res.headers.append('Vary', 'Accept')
  return undefined
}

/** Serves the page where a browser navigates, and the API's answer where a program asks for JSON. */
export const pageForBrowsers: MiddlewareHandler<AppContext> = async (c, next) => {
  if (c.req.header('Accept')?.includes('text/html')) c.res = await page(c)
  else await next()
  c.res.headers.append('Vary', 'Accept')
}

function isFile(path: string): boolean {
  return /\.[a-z0-9]+$/i.test(path)
}

function conditional(headers: Headers): Headers {
  const kept = new Headers()
  for (const name of ['If-None-Match', 'Accept-Encoding']) {
    const value = headers.get(name)
    if (value !== null) kept.set(name, value)
  }
  return kept
}
