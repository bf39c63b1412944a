import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { ZodType } from 'zod'
import { checkFile, checkLines, type FileCheck } from '../../../evidence/check-file.ts'
import { keyThumbprint } from '../../../evidence/manifest.ts'
import {
  publicKeysSchema,
  signedManifestSchema,
  type PublicKey,
  type SignedManifest,
} from '../../../protocol/export.ts'
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
  --head HASH       the head of a run, or the seal of a project's export, that was noted elsewhere
  --json            what was found as JSON
  --help            this text

  npx custos-labs verify run.json
  npx custos-labs verify run.ndjson --head 3f1c…
  npx custos-labs verify run.pdf --manifest run.pdf.manifest.json --keys custos-keys.json --json

Exit code: 0 intact, 1 not intact, 2 for wrong usage or when it can't be checked.`

export const verify: Command = {
  summary: 'check an export offline',
  help,
  async run(args) {
    const { values, positionals } = readArgs(withKeyJoined(args), {
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
      const signed =
        values.manifest === undefined
          ? null
          : await readJson(values.manifest, signedManifestSchema, 'manifest')
      const found = await check(file, signed, values)
      if (found.verdict === 'unchecked' && !values.json) throw new Error(openText(found, signed))
      console.log(values.json ? JSON.stringify(asJson(found, signed)) : inWords(found, signed))
      if (found.verdict === 'unchecked') return 2
      return found.intact ? 0 : 1
    } catch (error) {
      const why = systemFault(error) ?? (error instanceof Error ? error.message : String(error))
      console.error(`Could not check: ${why}`)
      return 2
    }
  },
}

/** One public key in 64 begins with a dash, which would be read as another option. */
function withKeyJoined(args: readonly string[]): string[] {
  const at = args.indexOf('--key')
  const key = args[at + 1]
  if (at < 0 || key === undefined || !/^-[\w-]{42}$/.test(key)) return [...args]
  return args.toSpliced(at, 2, `--key=${key}`)
}

interface Asked {
  keys?: string | undefined
  key?: string | undefined
  head?: string | undefined
}

async function check(file: string, signed: SignedManifest | null, asked: Asked): Promise<FileCheck> {
  const format = signed?.manifest.file.format ?? extname(file).slice(1)
  if ((format === 'csv' || format === 'pdf') && (signed === null || asked.head !== undefined)) {
    throw new Error(
      `a ${format.toUpperCase()} holds no chain: give its --manifest, or the NDJSON of the run.`,
    )
  }
  const at = { bytes: () => createReadStream(file), fingerprint: () => fingerprint(file) }
  return checkFile(at, { signed, keys: await keysOf(asked), head: asked.head ?? null })
}

/** What was found; null for what was not asked, or can't be checked in a file of this format. */
function asJson({ intact, chain, manifest, headFound }: FileCheck, signed: SignedManifest | null): object {
  const signature = manifest &&
    signed && { ...manifest, key_id: signed.key_id, created_at: signed.manifest.created_at }
  return { intact, export: chain, manifest: signature, head: headFound }
}

/** The first thing that keeps a file from being checked. */
function openText(found: FileCheck, signed: SignedManifest | null): string {
  return checkLines(found, signed).find(({ open }) => open)?.text ?? ''
}

function inWords(found: FileCheck, signed: SignedManifest | null): string {
  const lines = checkLines(found, signed).map(
    ({ good, open, text }) => `${good ? 'ok    ' : open ? '?     ' : 'BROKEN'}  ${text}`,
  )
  return [...lines, found.intact ? 'Intact.' : 'Not intact.'].join('\n')
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
