import { createHash } from 'node:crypto'
import { manifestBytes } from '../../evidence/manifest.ts'
import type { Manifest, SignedManifest } from '../../protocol/index.ts'
import type { ExportFile } from './export-file.ts'
import { fileName, isoRange, type ExportRequest } from './export-request.ts'
import { serverVersion } from '../server-version.ts'
import type { Signer } from './signing-key.ts'

/** Writes the file once more, to nowhere, and signs what it is. [X11] [X12] */
export async function signManifest(
  signer: Signer,
  request: ExportRequest,
  file: ExportFile,
): Promise<SignedManifest> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of file.bytes) {
    hash.update(chunk)
    bytes += chunk.length
  }
  const { format, texts, exporter, created_at } = request
  const { run_id, project_id, first_seq, last_seq, count, beats, first_link, head, ...across } = file.facts()
  const manifest: Manifest = {
    custos_manifest: 1,
    file: { name: fileName(request), format, bytes, sha256: hash.digest('hex') },
    run_id,
    project_id,
    range: isoRange(request),
    first_seq,
    last_seq,
    count,
    beats,
    first_link,
    head,
    ...across,
    texts,
    versions: { export: 1, server: serverVersion },
    exporter,
    created_at,
  }
  const signature = await signer.sign(manifestBytes(manifest))
  return { manifest, algorithm: 'Ed25519', key_id: signer.keyId, signature }
}
