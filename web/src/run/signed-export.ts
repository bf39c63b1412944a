import { request, type Failure } from '../api/request.ts'

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
  const manifest = URL.createObjectURL(
    new Blob([JSON.stringify(signed.value, null, 2)], { type: 'application/json' }),
  )
  save(manifest, `${name}.manifest.json`)
  save(signed.value.download, name)
  setTimeout(() => URL.revokeObjectURL(manifest), 60_000)
  return null
}

function save(address: string, name: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
}
