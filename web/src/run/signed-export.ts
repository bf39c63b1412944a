import { request, type Failure } from '../api/request.ts'
import { saveBlob, saveFrom } from '../app/save-file.ts'

/** What the server signs of an export, and where exactly that file is to be had. */
interface SignedExport {
  download: string
}

/**
 * Saves the signed manifest of an export, and then the very file that it speaks of: a file that is made a moment
 * later may hold more.
 *
 * @param exportPath address of the export, as a link to it has it
 * @param name of the export's file
 * @returns what went wrong, or null
 */
export async function saveSigned(exportPath: string, name: string): Promise<Failure | null> {
  const signed = await request<SignedExport>('GET', exportPath.replace('/?', '/manifest/?'))
  if (!signed.ok) return signed.problem
  const manifest = new Blob([JSON.stringify(signed.value, null, 2)], { type: 'application/json' })
  saveBlob(manifest, `${name}.manifest.json`)
  saveFrom(signed.value.download, name)
  return null
}
