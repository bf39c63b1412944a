import type { ProjectExportRequest, RunExportRequest } from '../export-request.ts'
import type { ProjectTally } from '../project-tally.ts'
import type { Segment } from '../segment.ts'

/** What a PDF is to be made of; its tallies are complete once it is made. */
export type PdfSource =
  | { of: 'run'; request: RunExportRequest; segment: Segment }
  | { of: 'project'; request: ProjectExportRequest; tally: ProjectTally }
