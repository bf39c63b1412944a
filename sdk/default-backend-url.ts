declare const CUSTOS_DEFAULT_BACKEND_URL: string | undefined

/**
 * Where beats go when neither `backendUrl` nor `CUSTOS_BACKEND_URL` says so. Undefined in this source: whoever
 * hosts Custos and publishes a build sets it at build time (`--define:CUSTOS_DEFAULT_BACKEND_URL='"https://…"'`).
 *
 * @example
 * console.log(DEFAULT_BACKEND_URL ?? 'Set CUSTOS_BACKEND_URL')
 */
export const DEFAULT_BACKEND_URL: string | undefined =
  typeof CUSTOS_DEFAULT_BACKEND_URL === 'string' ? CUSTOS_DEFAULT_BACKEND_URL : undefined
