import type { Entry } from '../../../protocol/entry.ts'
import type { ProjectPolicy } from '../../../protocol/project-policy.ts'
import type { Receipt } from '../../../protocol/receipt.ts'
import type { Run } from '../../../protocol/run.ts'
import type { Trace } from '../../../protocol/trace.ts'
import { type Outcome, request } from './request.ts'
import type { Account } from './schema.ts'

export type { Account } from './schema.ts'

/** Beats to be asked for alone: those of a colour, those with violations. */
export interface Only {
  color?: 'yellow' | 'red'
  flagged?: boolean
}

interface Page<T> {
  data: T[]
  next_cursor: string | null
}

const path = (strings: TemplateStringsArray, ...values: (string | number)[]) =>
  String.raw({ raw: strings }, ...values.map((value) => encodeURIComponent(value)))

export const getAccount = () => request<Account>('GET', '/account/')

/** The policy that a project's beats are judged under. */
export const getPolicy = (projectId: string) =>
  request<ProjectPolicy>('GET', path`/projects/${projectId}/policy/`)

/** Redeems the secret of a sign-in link for a session cookie. */
export const signIn = (secret: string) => request<undefined>('POST', '/local/session', { secret })

export const signOut = () => request<undefined>('POST', '/account/sign-out')

export const listRuns = (cursor: string | null = null) =>
  request<Page<Run>>('GET', `/simulator/runs/?limit=100${cursor === null ? '' : path`&cursor=${cursor}`}`)

export const getRun = (runId: string) => request<Run>('GET', path`/simulator/runs/${runId}/`)

export const getCurrentRun = (keyId: string) =>
  request<Run>('GET', path`/simulator/runs/current/?api_key_id=${keyId}`)

/** The newest run of a key, open or not; null when it has none yet. */
export async function getLatestRun(keyId: string): Promise<Outcome<Run | null>> {
  const page = await listRuns()
  if (!page.ok) return page
  const found = page.value.data.find((run) => run.api_key_id === keyId)
  if (found || page.value.next_cursor === null) return { ok: true, value: found ?? null }
  // Among so many runs of other keys only the open one is easy to find.
  const current = await getCurrentRun(keyId)
  return current.ok || current.problem.status !== 404 ? current : { ok: true, value: null }
}

export type RunCommand = 'pause' | 'resume' | 'end'

export const commandRun = (runId: string, command: RunCommand) =>
  request<Run>('POST', path`/simulator/runs/${runId}/${command}/`)

/** Opens a run for a key, or hands back the one that is open. */
export const startRun = (keyId: string) => request<Run>('POST', '/simulator/runs/', { api_key_id: keyId })

export const sendBeat = (runId: string, prompt: string | null, response: string | null) =>
  request<Receipt>('POST', '/simulator/logs/', { run_id: runId, prompt, response })

/** Adds a reviewer's word on a beat's verdict to the log. */
export const labelBeat = (runId: string, seq: number, verdict: 'right' | 'wrong') =>
  request<{ seq: number }>('POST', path`/simulator/logs/${runId}/${seq}/amendments/`, {
    amendment: 'label',
    data: { verdict },
  })

/** Entries of a run with their texts, from the one after `after` on; at most 500. */
export async function getEntries(
  runId: string,
  after: number,
  limit: number,
  { color, flagged = false }: Only = {},
): Promise<Outcome<Entry[]>> {
  const only = (color === undefined ? '' : `&color=${color}`) + (flagged ? '&flagged_only=true' : '')
  const page = await request<Page<Entry>>(
    'GET',
    path`/simulator/logs/${runId}/?after=${after}&limit=${limit}&kinds=all` + only,
  )
  return page.ok ? { ok: true, value: page.value.data } : page
}

/** One entry of a run with its texts, or null when there is none of that number. */
export async function getEntry(runId: string, seq: number): Promise<Outcome<Entry | null>> {
  const page = await getEntries(runId, seq - 1, 1)
  if (!page.ok) return page
  const [entry] = page.value
  return { ok: true, value: entry?.seq === seq ? entry : null }
}

/** As many beats as come one by one: of a stretch that somebody looks at, and of a run from afar, which must be quick. */
const TRACE_POINTS = { near: 100_000, far: 20_000 }

/** What is to be drawn of a stretch of a run (ms since 1970), or of all of it. */
export function getTrace(
  runId: string,
  stretch: { fromMs: number; toMs: number } | null,
): Promise<Outcome<Trace>> {
  const address = path`/simulator/runs/${runId}/trace/?points=${stretch === null ? TRACE_POINTS.far : TRACE_POINTS.near}`
  const range =
    stretch === null ? '' : path`&from=${iso(Math.floor(stretch.fromMs))}&to=${iso(Math.ceil(stretch.toMs))}`
  return request<Trace>('GET', address + range)
}

/** What a run may be downloaded as. */
export const exportFormats = ['json', 'ndjson', 'csv', 'pdf'] as const
export type ExportFormat = (typeof exportFormats)[number]

/**
 * Address of an export, for a link that downloads it.
 *
 * @param range instants in milliseconds, or null for the whole run
 */
export function exportAddress(
  runId: string,
  format: ExportFormat,
  range: { fromMs: number; toMs: number } | null,
): string {
  const address = path`/simulator/export/${runId}/?format=${format}`
  if (range === null) return address
  return address + path`&start=${iso(Math.floor(range.fromMs))}&end=${iso(Math.ceil(range.toMs))}`
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}
