import { hostname, networkInterfaces } from 'node:os'
import { Miniflare, type MiniflareOptions } from 'miniflare'
import type { StartOptions } from './options.ts'
import { built } from './build.ts'
import { serverSettings } from './server-settings.ts'

/** As in wrangler.toml. */
const compatibilityDate = '2026-07-01'

/** Where to listen and keep data. */
export interface PlatformOptions extends Pick<StartOptions, 'host' | 'port' | 'dataDir'> {
  /** Hosts to answer to, with port; those of `host` and `port` unless given. */
  hosts?: string[]
  /** Where people reach it, unless the environment says so; `http://localhost:<port>` unless given. */
  publicUrl?: string
}

/** Names that a browser on this machine may use for the server. */
export function localHosts({ host, port }: Pick<StartOptions, 'host' | 'port'>): string[] {
  const everywhere = host === '0.0.0.0' || host === '::'
  const names = ['localhost', '127.0.0.1', '[::1]', ...(everywhere ? ownNames() : [host])]
  // A browser leaves the port of http out.
  const suffixes = port === 80 ? ['', ':80'] : [`:${port}`]
  return [...new Set(names.flatMap((name) => suffixes.map((suffix) => `${name}${suffix}`.toLowerCase())))]
}

/** What others may call this machine. */
function ownNames(): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return [
    hostname(),
    ...addresses.map(({ family, address }) => (family === 'IPv6' ? `[${address}]` : address)),
  ]
}

/**
 * Boots Worker, objects and D1 in workerd. The Worker has a socket of its own, so that requests reach it
 * without the detour through the development proxy; the page's files are a service beside it, because a
 * worker with assets of its own would get its requests through the asset router.
 */
export async function bootPlatform(options: PlatformOptions): Promise<Miniflare> {
  const platform = new Miniflare(platformOptions(options))
  await platform.ready
  return platform
}

/** What Miniflare is told; given again, with a Worker that was built anew, it restarts on the same data. */
export function platformOptions(options: PlatformOptions): MiniflareOptions {
  const settings = serverSettings(options, process.env)
  return {
    host: '127.0.0.1',
    port: 0,
    // Else it would ask the network where on earth it is.
    cf: false,
    d1Persist: `${options.dataDir}/d1`,
    durableObjectsPersist: `${options.dataDir}/objects`,
    workers: [
      {
        name: 'custos',
        compatibilityDate,
        compatibilityFlags: ['nodejs_compat'],
        modules: [{ type: 'ESModule', path: built.worker }],
        unsafeDirectSockets: [{ host: options.host, port: options.port }],
        d1Databases: { DB: 'custos' },
        durableObjects: { RUNS: { className: 'RunSession', useSQLite: true } },
        serviceBindings: { ASSETS: 'page' },
        bindings: {
          LOCAL_HOSTS: [...(options.hosts ?? localHosts(options)), new URL(settings.PUBLIC_URL).host].join(
            ',',
          ),
          ...settings,
        },
      },
      {
        name: 'page',
        compatibilityDate,
        modules: true,
        script: 'export default { fetch: () => new Response(null, { status: 404 }) }',
        assets: { directory: built.page },
      },
    ],
  }
}
