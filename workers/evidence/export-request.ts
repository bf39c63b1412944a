import type { Author, ExportFormat, ExportTexts, Run } from '../../protocol/index.ts'

/**
 * All that a file is made of besides the log. The same request makes the same bytes again, which is how a
 * manifest can be signed for a file that was streamed and never stored. [X14]
 */
export type ExportRequest = RunExportRequest | ProjectExportRequest

interface ExportHow {
  format: ExportFormat
  texts: ExportTexts
  /** Whether a CSV begins with a byte order mark. */
  bom: boolean
  exporter: Author
  /** When the export was asked for, ISO 8601. */
  created_at: string
  /** Milliseconds, inclusive; null for no bound. */
  start: number | null
}

export interface RunExportRequest extends ExportHow {
  of: 'run'
  /** As it was when the export began: entries after its `last_seq` are left for the next export. */
  run: Run
  /** Milliseconds, exclusive; null for no bound. */
  end: number | null
}

export interface ProjectExportRequest extends ExportHow {
  of: 'project'
  project: { id: string; name: string }
  /** Milliseconds, exclusive; at most when the export was asked for, so that the same runs end where they did. */
  end: number
}

export interface IsoRange {
  start: string | null
  end: string | null
}

/** The range as it stands in an opening and in a manifest. [X3] [X11] */
export function isoRange({ start, end }: Pick<ExportRequest, 'start' | 'end'>): IsoRange {
  return { start: isoOrNull(start), end: isoOrNull(end) }
}

/** What the export is of, by its id. */
export function subjectId(request: ExportRequest): string {
  return request.of === 'run' ? request.run.id : request.project.id
}

/** Name of the file that is handed out. [X1] */
export function fileName(request: ExportRequest): string {
  return `${subjectId(request)}.${request.format}`
}

function isoOrNull(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString()
}
