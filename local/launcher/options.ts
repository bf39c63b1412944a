import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** How the server is to be started. */
export interface StartOptions {
  port: number
  /** Address to bind to; loopback unless told otherwise. */
  host: string
  /** Folder of the database, the objects and the credentials. */
  dataDir: string
  /** Print one line of JSON for scripts, instead of a page for people. */
  json: boolean
  help: boolean
}

export const startHelp = `Usage: npm start [-- options]

Starts Custos on this machine: page, API, objects and database, no account needed.

Options:
  --json        print one line {"url","api_key","user_token","sign_in_url"} once it is ready
  --host HOST   address to bind to (default 127.0.0.1; others can then reach it)
  --help        show this

Environment:
  PORT          port to listen on (default 8787)
  CUSTOS_DATA   folder that keeps everything (default .custos)
`

/**
 * Reads command line and environment.
 *
 * @throws Error with a sentence for the person, when an option is unknown or the port is none
 */
export function readOptions(args: string[], env: Record<string, string | undefined>): StartOptions {
  const { values } = parseArgs({
    args,
    options: { json: { type: 'boolean' }, host: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  })
  const port = Number(env['PORT'] ?? 8787)
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`PORT is "${env['PORT']}": set it to a number from 1 to 65535.`)
  }
  return {
    port,
    host: values.host ?? '127.0.0.1',
    dataDir: resolve(env['CUSTOS_DATA'] ?? '.custos'),
    json: values.json ?? false,
    help: values.help ?? false,
  }
}
