import type { PublicKey, SignedManifest } from '../protocol/index.ts'
import type { ExportVisitor } from './check-run.ts'
import { verifyManifest, type ManifestCheck } from './manifest.ts'
import { verifyExport, type ExportCheck } from './verify-export.ts'

/** A file at hand, on a disk or in a browser. */
export interface FileAtHand {
  /** Its bytes, from the beginning, each time it is asked. */
  bytes: () => AsyncIterable<Uint8Array>
  /** Length, and SHA-256 in hex; asked for only when there is a manifest. */
  fingerprint: () => Promise<{ bytes: number; sha256: string }>
}

/** What a file is held against besides itself; all of it optional. */
export interface CheckAgainst {
  signed?: SignedManifest | null
  /** The keys of the server that is said to have signed, from a place that is trusted. [X13] */
  keys?: readonly PublicKey[]
  /** A head that was noted elsewhere. */
  head?: string | null
}

export interface FileCheck {
  /** Whether everything that was asked for could be checked, and fits. */
  intact: boolean
  /** `unchecked`: nothing is broken, and something can't be checked. It is `intact` when that is. */
  verdict: 'intact' | 'broken' | 'unchecked'
  /** Null when no manifest was given. */
  manifest: ManifestCheck | null
  /** Null for a CSV or a PDF, which only a manifest vouches for. */
  chain: ExportCheck | null
  /** Whether the noted head is in the file; null when none was given, or the chain does not stand. */
  headFound: boolean | null
}

/**
 * Checks an export of any format, offline: its chain where it has one, its manifest and a noted head where
 * they are given. [X10] [X12] [X16]
 *
 * @param visit told of the entries on the way
 */
export async function checkFile(
  file: FileAtHand,
  { signed = null, keys = [], head = null }: CheckAgainst,
  visit: ExportVisitor = {},
): Promise<FileCheck> {
  const manifest = signed && (await verifyManifest(signed, keys, await file.fingerprint()))
  const format = signed?.manifest.file.format
  const chained = format !== 'csv' && format !== 'pdf'
  const chain = chained ? await verifyExport(file.bytes(), visit) : null
  const headFound = head !== null && chain?.intact ? headsOf(chain).includes(head) : null
  const verdict = verdictOf(manifest, chain, headFound)
  return { intact: verdict === 'intact', verdict, manifest, chain, headFound }
}

function verdictOf(
  manifest: ManifestCheck | null,
  chain: ExportCheck | null,
  headFound: boolean | null,
): FileCheck['verdict'] {
  const unkeyed = isUnkeyed(manifest)
  // What a server signed as an export has to be one.
  const foreign = isNoExport(chain) && manifest?.valid !== true
  const forged = manifest?.valid === false && !unkeyed
  const altered = chain?.intact === false && !foreign
  if (forged || altered || headFound === false) return 'broken'
  return unkeyed || foreign ? 'unchecked' : 'intact'
}

/** Whether a manifest waits for the keys of the server that signed it. */
export function isUnkeyed(manifest: ManifestCheck | null): boolean {
  return manifest?.valid === false && manifest.unkeyed === true
}

/** Whether a file is none that has a chain, so that there is nothing to open either. */
export function isNoExport(chain: ExportCheck | null): boolean {
  return chain?.intact === false && chain.noExport !== null
}

/** One line of what a check has to say. */
export interface CheckLine {
  good: boolean
  /** Neither good nor broken: it can't be checked. */
  open: boolean
  text: string
}

/** A check in words, for a terminal or a page. */
export function checkLines(
  { manifest, chain, headFound }: Pick<FileCheck, 'manifest' | 'chain' | 'headFound'>,
  signed: SignedManifest | null,
): CheckLine[] {
  const lines: CheckLine[] = []
  if (manifest && signed) {
    const text = manifest.valid
      ? `Signed with ${signed.key_id} (${manifest.keyStatus}) at ${signed.manifest.created_at}`
      : manifest.reason
    lines.push({ good: manifest.valid, open: isUnkeyed(manifest), text })
  }
  if (chain) {
    const text = chain.intact ? intactText(chain) : brokenText(chain)
    lines.push({ good: chain.intact, open: isNoExport(chain), text })
  }
  if (chain?.intact) {
    const [erased, withheld] = absentIn(chain)
    const text = `Texts erased: ${erased}, withheld: ${withheld}. Their commitments stand.`
    if (erased + withheld > 0) lines.push({ good: true, open: false, text })
  }
  if (headFound !== null) {
    const text = headFound
      ? 'The head that was noted elsewhere is in this file.'
      : 'The head that was noted elsewhere is not in this file.'
    lines.push({ good: headFound, open: false, text })
  }
  return lines
}

type Intact = Extract<ExportCheck, { intact: true }>

function intactText(chain: Intact): string {
  const { count, beats } = chain
  if (chain.of === 'project') {
    const { runs, deleted, seal } = chain
    const gone = deleted > 0 ? `, ${deleted} more were deleted by retention` : ''
    return `${runs.length} runs, ${count} entries, ${beats} of them beats${gone}; seal ${seal}`
  }
  const { firstSeq, lastSeq, head } = chain
  return `${count} entries, ${firstSeq ?? '-'} to ${lastSeq ?? '-'}, ${beats} of them beats; head ${head ?? '-'}`
}

function brokenText({ line, runId, seq, reason, noExport }: Extract<ExportCheck, { intact: false }>): string {
  if (noExport !== null) return reason
  if (seq === null) return `First at line ${line}: ${reason}`
  return `First at entry ${seq}, line ${line}${runId === null ? '' : `, of ${runId}`}: ${reason}`
}

function absentIn(chain: Intact): [erased: number, withheld: number] {
  const runs = chain.of === 'project' ? chain.runs : [chain]
  return [
    runs.reduce((sum, { erased }) => sum + erased, 0),
    runs.reduce((sum, { withheld }) => sum + withheld, 0),
  ]
}

/** What may have been noted of a file: the head of a run, the seal of a project's. */
function headsOf(chain: Intact): (string | null)[] {
  return chain.of === 'project' ? [chain.seal, ...chain.runs.map(({ head }) => head)] : [chain.head]
}
