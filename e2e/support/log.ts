import { jsonExportSchema, runSchema, type JsonExport, type Run } from '../../protocol/index.ts'
import type { TestServer } from './server.ts'

/** Posts a body to the log with the server's key. */
export function post(server: TestServer, body: unknown, path = '/simulator/logs/'): Promise<Response> {
  return fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { ...server.keyAuth, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
}

/** The key's open run. */
export async function currentRun(server: TestServer): Promise<Run> {
  const answer = await fetch(`${server.url}/simulator/runs/current/`, { headers: server.keyAuth })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return runSchema.parse(await answer.json())
}

/** A run as its JSON export holds it. */
export async function exportRun(server: TestServer, runId: string): Promise<JsonExport> {
  const answer = await fetch(`${server.url}/simulator/export/${runId}/?format=json`, {
    headers: server.keyAuth,
  })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return jsonExportSchema.parse(await answer.json())
}
