import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import * as z from 'zod'

/** Reviewers' labels name the guardian's own tasks. */
const taskNames: Readonly<Record<string, string>> = { refusal: 'evasion_refusal', evasion: 'evasion_refusal' }

/** One labelled line of a data file; the fields this trainer uses. */
export const recordSchema = z.object({
  source: z.string().min(1),
  licence: z.string().default('not stated'),
  task: z.preprocess(
    (task) => (typeof task === 'string' ? (taskNames[task] ?? task) : task),
    z.enum([
      'injection',
      'jailbreak',
      'harmful_request',
      'unsafe_response',
      'over_refusal',
      'evasion_refusal',
      'pii',
      'secret',
      'benign',
    ]),
  ),
  prompt: z.string().nullable().default(null),
  response: z.string().nullable().default(null),
  label: z.boolean(),
  category: z
    .string()
    .nullish()
    .transform((value) => value ?? ''),
  group: z.string().optional(),
  /** `false`: measured, never trained on. */
  shippable: z.boolean().default(true),
})
export type LabelledRecord = z.infer<typeof recordSchema> & { group: string }

function textOf(path: string): string {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

function groupOf(record: z.infer<typeof recordSchema>): string {
  return createHash('sha256')
    .update(record.prompt ?? record.response ?? '')
    .digest('hex')
    .slice(0, 10)
}

/** Letters and digits only, lower case: what two copies of one text have in common. */
function normalised(text: string | null): string {
  return (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function parsedLine(line: string, place: string): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new Error(`${place}: not a line of JSON`, { cause })
  }
}

function fileRecords(path: string): LabelledRecord[] {
  const records: LabelledRecord[] = []
  for (const [index, line] of textOf(path).split('\n').entries()) {
    if (line.trim() === '') continue
    const parsed = recordSchema.safeParse(parsedLine(line, `${path}:${index + 1}`))
    if (!parsed.success) throw new Error(`${path}:${index + 1}: ${z.prettifyError(parsed.error)}`)
    records.push({ ...parsed.data, group: parsed.data.group ?? groupOf(parsed.data) })
  }
  return records
}

/** The data files named by `path`: itself, or every `.jsonl` and `.jsonl.gz` in a folder, sorted by name. */
function dataFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .filter((name) => /\.jsonl(\.gz)?$/.test(name))
    .sort()
    .map((name) => join(path, name))
}

/**
 * Reads labelled JSONL (gzipped or not), drops exact repeats of one task (the first stays, whatever source
 * it came from) and texts whose repeats disagree on the label.
 * @param paths folders or files
 * @throws Error naming file and line when a line does not fit `recordSchema`
 */
export function readRecords(paths: readonly string[]): LabelledRecord[] {
  const seen = new Map<string, LabelledRecord | null>()
  for (const path of paths.flatMap(dataFiles)) {
    for (const record of fileRecords(path)) {
      const key = `${record.task}\n${normalised(record.prompt)}\n${normalised(record.response)}`
      const known = seen.get(key)
      if (known === undefined) seen.set(key, record)
      else if (known !== null && known.label !== record.label) seen.set(key, null)
    }
  }
  return [...seen.values()].filter((record) => record !== null)
}
