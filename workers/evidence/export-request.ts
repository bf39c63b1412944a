import type { Author, ExportFormat, ExportTexts, Run } from '../../protocol/index.ts'

/**
 * All that a file is made of besides the log. The same request makes the same bytes again, which is how a
 * manifest can be signed for a file that was streamed and never stored. [X14]
 */
export interface ExportRequest {
  /** As it was when the export began: entries after its `last_seq` are left for the next export. */
  run: Run
  /** Milliseconds; `start` inclusive, `end` exclusive, null for no bound. */
  start: number | null
  end: number | null
  format: ExportFormat
  texts: ExportTexts
  /** Whether a CSV begins with a byte order mark. */
  bom: boolean
  exporter: Author
  /** When the export was asked for, ISO 8601. */
  created_at: string
}

/** The range as it stands in an opening and in a manifest. [X3] [X11] */
export function isoRange({ start, end }: ExportRequest): { start: string | null; end: string | null } {
  return { start: isoOrNull(start), end: isoOrNull(end) }
}

/** Name of the file that is handed out. [X1] */
export function fileName({ run, format }: ExportRequest): string {
  return `${run.id}.${format}`
}

function isoOrNull(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString()
}
