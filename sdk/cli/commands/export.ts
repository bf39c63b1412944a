import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { findCredentials } from '../credentials.ts'
import { ask, Refused, runOf } from '../http.ts'
import { readArgs, WrongUsage } from '../read-args.ts'
import type { Command } from './command.ts'

const help = `Writes a run's whole log, with the salts and hashes that prove it.

  custos-labs export [RUN] [--out FILE] [--format json|csv|pdf] [--start ISO] [--end ISO]

  RUN               a run's id; without it, the open one, else the last
  --out FILE        where to (default: standard output)
  --format FORMAT   json (default), csv or pdf
  --start, --end    a part of it, by the server's time (end exclusive)
  --json            the same as --format json
  --help            this text

  npx custos-labs export --out run.json

Exit code: 0 when all was written, 1 when not.`

export const exportRun: Command = {
  summary: "write a run's whole log to a file",
  help,
  async run(args, signal) {
    const { values, positionals } = readArgs(args, {
      out: { type: 'string', short: 'o' },
      format: { type: 'string' },
      start: { type: 'string' },
      end: { type: 'string' },
    })
    const [named, ...more] = positionals
    if (more.length > 0) throw new WrongUsage('Name one run.')
    const query = new URLSearchParams({ format: values.format ?? 'json' })
    if (values.start !== undefined) query.set('start', values.start)
    if (values.end !== undefined) query.set('end', values.end)
    const credentials = await findCredentials(process.env)
    const run = await runOf(credentials, named)
    const { body } = await ask(credentials, `/simulator/export/${run}/?${query}`, { signal })
    if (body === null) throw new Refused(`${credentials.url} sent nothing.`)
    const source = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])
    if (values.out === undefined) await pipeline(source, process.stdout, { end: false })
    else {
      await pipeline(source, createWriteStream(values.out))
      console.error(`${run} → ${values.out}`)
    }
    return 0
  },
}
