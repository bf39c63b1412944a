import { secret, type Hit } from './hit.ts'

const signature = /[A-Za-z0-9%+/]{40,90}(?:%3[Dd]|=)?(?![A-Za-z0-9%+/])/y

/** The fields of a shared access signature: its version, its end, what it opens. */
const field = /(?:^|[?&;="'\s])(?:sv|se|sr|srt|sp|st)=/

const around = 300

/** The signature of an Azure shared access signature, whose `=` stands at `sign`; null when it is none. */
export function sasSignatureAt(text: string, sign: number): Hit | null {
  if (!/(?:^|[?&;"'\s])sig$/.test(text.slice(Math.max(0, sign - 4), sign))) return null
  signature.lastIndex = sign + 1
  if (!signature.test(text)) return null
  const end = signature.lastIndex
  const nearby = `${text.slice(Math.max(0, sign - around), sign)} ${text.slice(end, end + around)}`
  return field.test(nearby) ? secret('azure_sas', '[azure sas]', sign + 1, end, 0.97) : null
}
