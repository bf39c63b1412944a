import { isRecord } from '../../record.ts'
import { findCredentials } from '../credentials.ts'
import { askJson } from '../http.ts'
import { oneLine } from '../paint.ts'
import { readArgs, readNumber } from '../read-args.ts'
import type { Command } from './command.ts'

const help = `Lists runs, newest first.

  custos-labs runs [--limit N] [--status STATUS] [--json]

  --limit N         at most so many (default 20, at most 500)
  --status STATUS   active, warning, paused, misaligned or ended
  --json            a run a line, as the server has it
  --help            this text

  npx custos-labs runs --status misaligned --json

Exit code: 0, or 1 when the server can't be asked.`

export const runs: Command = {
  summary: 'list runs',
  help,
  async run(args, signal) {
    const { values } = readArgs(args, { limit: { type: 'string' }, status: { type: 'string' } })
    const query = new URLSearchParams({ limit: String(readNumber('limit', values.limit) ?? 20) })
    if (values.status !== undefined) query.set('status', values.status)
    const credentials = await findCredentials(process.env)
    const { data } = await askJson(credentials, `/simulator/runs/?${query}`, { signal })
    for (const run of Array.isArray(data) ? data.filter(isRecord) : []) {
      if (values.json) console.log(JSON.stringify(run))
      else console.log(describe(run))
    }
    return 0
  },
}

function describe(run: Record<string, unknown>): string {
  const stats = isRecord(run['stats']) ? run['stats'] : {}
  const mean = stats['score_mean']
  return [
    String(run['id']),
    String(run['status']).padEnd(10),
    String(run['started_at']).slice(0, 16).replace('T', ' '),
    `${String(stats['beats'])} beats`,
    typeof mean === 'number' ? `mean ${mean.toFixed(2)}` : 'no score',
    oneLine(typeof run['name'] === 'string' ? run['name'] : '', 60),
  ].join('  ')
}
