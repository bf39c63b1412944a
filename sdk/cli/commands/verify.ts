import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { ZodType } from 'zod'
import { keyThumbprint, verifyManifest, type ManifestCheck } from '../../../evidence/manifest.ts'
import { verifyExport, type ExportCheck, type IntactExport } from '../../../evidence/verify-export.ts'
import { publicKeysSchema, signedManifestSchema, type PublicKey } from '../../../protocol/export.ts'
import { readArgs, WrongUsage } from '../read-args.ts'
import { systemFault } from '../system-fault.ts'
import type { Command } from './command.ts'

const help = `Checks an export offline: nothing is sent, and no server is asked.

  custos-labs verify FILE [--manifest FILE (--keys FILE | --key KEY)] [--head HASH]

FILE is JSON or NDJSON; with a manifest it may be of any format. Without one, "intact" means that
nothing was altered since somebody wrote this chain; who that was, a signed manifest says.

  --manifest FILE   the signed manifest that the server gave for the file
  --keys FILE       the server's keys, from /.well-known/custos-keys.json, kept from before
  --key KEY         one public key instead, as its "x" there (43 characters)
  --head HASH       the head of a run that was noted elsewhere, to be found in the file
  --json            what was found as JSON
  --help            this text

  npx custos-labs verify run.json
  npx custos-labs verify run.ndjson --head 3f1c…
  npx custos-labs verify run.pdf --manifest run.pdf.manifest.json --keys custos-keys.json --json

Exit code: 0 intact, 1 not intact, 2 for wrong usage or when it can't be checked.`

/** What was found; null for what was not asked, or can't be checked in a file of this format. */
interface Findings {
  intact: boolean
  export: ExportCheck | null
  manifest: (ManifestCheck & { key_id: string; created_at: string }) | null
  /** Whether the head is the one that was noted. */
  head: boolean | null
}

export const verify: Command = {
  summary: 'check an export offline',
  help,
  async run(args) {
    const { values, positionals } = readArgs(args, {
      manifest: { type: 'string' },
      keys: { type: 'string' },
      key: { type: 'string' },
      head: { type: 'string' },
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new WrongUsage('Name one file.')
    const isKeyed = values.keys !== undefined || values.key !== undefined
    if (values.manifest !== undefined && !isKeyed) {
      throw new WrongUsage('A manifest proves nothing without --keys or --key.')
    }
    if (values.manifest === undefined && isKeyed) throw new WrongUsage('Keys are for a --manifest.')
    try {
      const found = await check(file, values)
      console.log(values.json ? JSON.stringify(found) : describe(found))
      return found.intact ? 0 : 1
    } catch (error) {
      const why = systemFault(error) ?? (error instanceof Error ? error.message : String(error))
      console.error(`Could not check: ${why}`)
      return 2
    }
  },
}

interface Asked {
  manifest?: string | undefined
  keys?: string | undefined
  key?: string | undefined
  head?: string | undefined
}

async function check(file: string, asked: Asked): Promise<Findings> {
  const signed =
    asked.manifest === undefined ? null : await readJson(asked.manifest, signedManifestSchema, 'manifest')
  const found: Findings = { intact: true, export: null, manifest: null, head: null }
  if (signed !== null) {
    const { key_id, manifest } = signed
    const checked = await verifyManifest(signed, await keysOf(asked), await fingerprint(file))
    found.manifest = { ...checked, key_id, created_at: manifest.created_at }
    found.intact &&= checked.valid
  }
  const format = signed?.manifest.file.format ?? extname(file).slice(1)
  if (format !== 'csv' && format !== 'pdf') {
    const checked = await verifyExport(createReadStream(file))
    found.export = checked
    const heads = checked.intact ? runsIn(checked).map(({ head }) => head) : []
    found.head = asked.head !== undefined && checked.intact ? heads.includes(asked.head) : null
    found.intact &&= checked.intact && found.head !== false
  } else if (signed === null || asked.head !== undefined) {
    throw new Error(
      `a ${format.toUpperCase()} holds no chain: give its --manifest, or the NDJSON of the run.`,
    )
  }
  return found
}

async function keysOf({ keys, key }: Asked): Promise<PublicKey[]> {
  const given = keys === undefined ? [] : (await readJson(keys, publicKeysSchema, 'list of keys')).keys
  if (key === undefined) return given
  const kid = await keyThumbprint(key)
  return [...given, { kty: 'OKP', crv: 'Ed25519', x: key, kid, use: 'sig', alg: 'EdDSA', status: 'current' }]
}

async function fingerprint(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(file) as AsyncIterable<Uint8Array>) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { bytes, sha256: hash.digest('hex') }
}

async function readJson<T>(file: string, schema: ZodType<T>, what: string): Promise<T> {
  const parsed = schema.safeParse(parse(await readFile(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file} is no ${what}.`)
  return parsed.data
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

type RunFigures = Omit<IntactExport, 'intact' | 'format'>

/** The runs of an export: one, or those of a project. */
function runsIn(checked: object): RunFigures[] {
  return 'runs' in checked ? (checked.runs as RunFigures[]) : [checked as RunFigures]
}

function describe({ intact, export: chain, manifest, head }: Findings): string {
  const lines: string[] = []
  const say = (good: boolean, text: string): void => {
    lines.push(`${good ? 'ok    ' : 'BROKEN'}  ${text}`)
  }
  if (manifest?.valid) {
    say(true, `Signed with ${manifest.key_id} (${manifest.keyStatus}) at ${manifest.created_at}`)
  } else if (manifest !== null) say(false, manifest.reason)
  if (chain?.intact) {
    const runs = runsIn(chain)
    for (const { runId, count, beats, firstSeq, lastSeq, erased, withheld, head } of runs) {
      const range = `${firstSeq ?? '-'} to ${lastSeq ?? '-'}`
      const which = runs.length > 1 ? `${runId}: ` : ''
      say(true, `${which}${count} entries, ${range}, ${beats} of them beats; head ${head ?? '-'}`)
      if (erased + withheld > 0)
        lines.push(`        Texts erased: ${erased}, withheld: ${withheld}. Their commitments stand.`)
    }
    if (runs.length === 0) say(true, 'No runs.')
  } else if (chain !== null) {
    const where = chain.seq === null ? `line ${chain.line}` : `entry ${chain.seq}, line ${chain.line}`
    say(false, `First at ${where}: ${chain.reason}`)
  }
  if (head !== null) say(head, `The head is ${head ? '' : 'not '}the one that was noted elsewhere.`)
  return [...lines, intact ? 'Intact.' : 'Not intact.'].join('\n')
}
