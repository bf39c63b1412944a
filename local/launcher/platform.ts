import { Miniflare } from 'miniflare'
import type { StartOptions } from './options.ts'
import { built } from './build.ts'

/** Names that a browser on this machine may use for the server. */
export function localHosts({ host, port }: Pick<StartOptions, 'host' | 'port'>): string[] {
  return [...new Set(['localhost', '127.0.0.1', '[::1]', host])].map((name) =>
    `${name}:${port}`.toLowerCase(),
  )
}

/**
 * Boots Worker, objects and D1 in workerd. The Worker has a socket of its own, so that requests reach it
 * without the detour through the development proxy.
 */
export async function bootPlatform(
  options: Pick<StartOptions, 'host' | 'port' | 'dataDir'>,
): Promise<Miniflare> {
  const platform = new Miniflare({
    name: 'custos',
    modules: [{ type: 'ESModule', path: built.worker }],
    compatibilityDate: '2026-07-01',
    compatibilityFlags: ['nodejs_compat'],
    host: '127.0.0.1',
    port: 0,
    unsafeDirectSockets: [{ host: options.host, port: options.port }],
    d1Databases: { DB: 'custos' },
    d1Persist: `${options.dataDir}/d1`,
    durableObjects: { RUNS: { className: 'RunSession', useSQLite: true } },
    durableObjectsPersist: `${options.dataDir}/objects`,
    assets: { directory: built.page, binding: 'ASSETS' },
    bindings: { LOCAL_HOSTS: localHosts(options).join(',') },
  })
  await platform.ready
  return platform
}
