import { resolve } from 'node:path'
import type { Credentials } from './owner.ts'

/** What a person needs to see once the server is up. */
export function welcome(credentials: Credentials, signInUrl: string, dataDir: string): string {
  return `
  Custos is running.

  Watch     ${signInUrl}
            (signs you in once, within ten minutes; afterwards ${credentials.url}/simulator)
  API key   ${credentials.api_key}
  Data      ${dataDir}

  Wrap a model:
    export CUSTOS_BACKEND_URL=${credentials.url} CUSTOS_API_KEY=${credentials.api_key}
    const safe = guardian()(generate)

  See it move: ${demoCommand(dataDir)}        Stop: Ctrl-C
`
}

/** The demo finds the key in the data folder, and so must be told of another one. */
function demoCommand(dataDir: string): string {
  return resolve(dataDir) === resolve('.custos') ? 'npm run demo' : `CUSTOS_DATA='${dataDir}' npm run demo`
}
