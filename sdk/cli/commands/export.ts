import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { findCredentials, type Credentials } from '../credentials.ts'
import { ask, askJson, Refused, runOf } from '../http.ts'
import { readArgs, WrongUsage } from '../read-args.ts'
import type { Command } from './command.ts'

const help = `Writes a run's whole log, with the salts and hashes that prove it.

  custos-labs export [RUN] [--out FILE] [--format json|ndjson|csv|pdf] [--manifest FILE]
                     [--start ISO] [--end ISO]

  RUN               a run's id; without it, the open one, else the last
  --out FILE        where to (default: standard output)
  --format FORMAT   json (default), ndjson, csv or pdf
  --manifest FILE   where to put the signed manifest of exactly this file
  --start, --end    a part of it, by the server's time (end exclusive)
  --json            the same as --format json
  --help            this text

  npx custos-labs export --out run.json
  npx custos-labs export --format pdf --out run.pdf --manifest run.pdf.manifest.json

Exit code: 0 when all was written, 1 when not.`

export const exportRun: Command = {
  summary: "write a run's whole log to a file",
  help,
  async run(args, signal) {
    const { values, positionals } = readArgs(args, {
      out: { type: 'string', short: 'o' },
      format: { type: 'string' },
      manifest: { type: 'string' },
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
    const { body, headers } = await ask(credentials, `/simulator/export/${run}/?${query}`, { signal })
    if (body === null) throw new Refused(`${credentials.url} sent nothing.`)
    const source = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])
    if (values.out === undefined) await pipeline(source, process.stdout, { end: false })
    else {
      await pipeline(source, createWriteStream(values.out))
      console.error(`${run} → ${values.out}`)
    }
    if (values.manifest !== undefined) {
      const signed = await manifestOf(credentials, headers.get('link'), signal)
      await writeFile(values.manifest, `${JSON.stringify(signed)}\n`)
      console.error(`its manifest → ${values.manifest}`)
    }
    return 0
  },
}

/** The manifest that the answer to an export names: of the very bytes that it brought. */
async function manifestOf(credentials: Credentials, link: string | null, signal: AbortSignal) {
  const path = /<(\/[^>]+)>; rel="describedby"/.exec(link ?? '')?.[1]
  if (path === undefined) throw new Refused(`${credentials.url} has no key to sign with.`)
  const { manifest, algorithm, key_id, signature } = await askJson(credentials, path, { signal })
  return { manifest, algorithm, key_id, signature }
}
