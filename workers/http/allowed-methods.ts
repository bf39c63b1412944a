import type { Hono } from 'hono'
import type { AppContext } from '../env.ts'

/** A route of the app with the paths that it takes. */
interface KnownRoute {
  method: string
  fits: RegExp
}

/**
 * Says which methods a path is known for: asked only of requests that no route has taken. [N5]
 *
 * @param app with all its routes
 */
export function methodsOf(app: Hono<AppContext>): (path: string) => string[] {
  // Built when first asked: the app is whole then.
  let routes: KnownRoute[] | null = null
  return (path) => {
    routes ??= app.routes
      .filter(({ method, path: pattern }) => method !== 'ALL' && !pattern.includes('*'))
      .map(({ method, path: pattern }) => ({ method, fits: patternOf(pattern) }))
    const plain = path.replace(/(?<=.)\/$/, '')
    const methods = new Set(routes.filter(({ fits }) => fits.test(plain)).map(({ method }) => method))
    if (methods.has('GET')) methods.add('HEAD')
    if (methods.size > 0) methods.add('OPTIONS')
    return [...methods].sort()
  }
}

/** `/runs/:id/:order{pause|end}` as a pattern of whole paths without a trailing slash. */
function patternOf(path: string): RegExp {
  const segments = path
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => {
      const [, inner] = /^:[^{]+(?:\{(.+)\})?$/.exec(segment) ?? []
      if (inner !== undefined) return `(?:${inner})`
      return segment.startsWith(':') ? '[^/]+' : segment.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    })
  return new RegExp(`^/${segments.join('/')}$`)
}
