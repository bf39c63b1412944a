import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { verifyManifest } from '../evidence/manifest.ts'
import { verifyExport } from '../evidence/verify-export.ts'
import { publicKeysSchema, signedManifestSchema } from '../protocol/index.ts'

const help = `Usage: npm run verify -- FILE [--manifest FILE --keys FILE] [--head HASH]

Checks an export offline. FILE is JSON or NDJSON; with a manifest any format.

  --manifest FILE   the signed manifest that the server gave for the file
  --keys FILE       the server's keys, from /.well-known/custos-keys.json, kept from before
  --head HASH       the head that was noted elsewhere, to be found in the file

Exit code: 0 intact, 1 not intact, 2 could not be checked.
`

/** Checks what was asked for, and says it line by line. */
async function verify(args: string[]): Promise<boolean> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      manifest: { type: 'string' },
      keys: { type: 'string' },
      head: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const [file] = positionals
  if (values.help || !file || positionals.length > 1) {
    console.log(help)
    if (values.help) return true
    throw new Error('Name one file.')
  }
  const signed = values.manifest ? signedManifestSchema.parse(await readJson(values.manifest)) : null
  if (signed && !values.keys) throw new Error('A manifest proves nothing without --keys.')
  let fits = true
  const say = (good: boolean, line: string) => {
    fits &&= good
    console.log(`${good ? 'ok    ' : 'BROKEN'}  ${line}`)
  }
  if (signed) {
    const { keys } = publicKeysSchema.parse(await readJson(values.keys ?? ''))
    const check = await verifyManifest(signed, keys, await fingerprint(file))
    say(
      check.valid,
      check.valid
        ? `Signed with ${signed.key_id} (${check.keyStatus}) at ${signed.manifest.created_at}`
        : check.reason,
    )
  }
  const isChained = !signed || ['json', 'ndjson'].includes(signed.manifest.file.format)
  if (isChained) {
    const check = await verifyExport(createReadStream(file))
    if (check.intact) {
      const { count, beats, firstSeq, lastSeq, erased, withheld, head } = check
      say(
        true,
        `${count} entries, ${firstSeq ?? '-'} to ${lastSeq ?? '-'}, ${beats} of them beats; head ${head ?? '-'}`,
      )
      if (erased + withheld > 0)
        console.log(`        Texts erased: ${erased}, withheld: ${withheld}. Their commitments stand.`)
      if (values.head) say(head === values.head, 'The head is the one that was noted elsewhere.')
    } else {
      const where = check.seq === null ? `line ${check.line}` : `entry ${check.seq}, line ${check.line}`
      say(false, `First at ${where}: ${check.reason}`)
    }
  }
  console.log(fits ? 'Intact.' : 'Not intact.')
  return fits
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

async function readJson(file: string): Promise<unknown> {
  return z.json().parse(JSON.parse(await readFile(file, 'utf8')))
}

try {
  process.exitCode = (await verify(process.argv.slice(2))) ? 0 : 1
} catch (error) {
  console.error(`Could not check: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 2
}
