import { linkHash } from '../../durable-objects/chain.ts'
import { sha256Hex } from '../../evidence/digest.ts'
import { projectClosingText } from '../../evidence/project-opening.ts'
import type { DeletedRun, Manifest } from '../../protocol/index.ts'
import { isoRange, type ProjectExportRequest } from './export-request.ts'
import { closingOf, type Segment } from './segment.ts'

/** The opening of an export across runs. [X16] */
export function projectOpeningText(request: ProjectExportRequest): string {
  const { project } = request
  return JSON.stringify({ custos_project_export: 1, project, range: isoRange(request) })
}

/** The line of a run that retention has deleted. [X16] */
export function deletedLine(run: DeletedRun): string {
  return JSON.stringify({ deleted_run: run })
}

/** What was written of an export across runs: its closing says it, and its manifest. [X16] [X18] */
export class ProjectTally {
  readonly runs: NonNullable<Manifest['runs']> = []
  deleted = 0
  count = 0
  beats = 0
  seal = ''

  /** Begins the seal with the opening. */
  async begin(request: ProjectExportRequest): Promise<void> {
    this.seal = await sha256Hex(projectOpeningText(request))
  }

  /** Counts a run whose segment is written. */
  async close(segment: Segment): Promise<void> {
    const { run, stretch, tally } = segment
    this.seal = linkHash(this.seal, await closingOf(segment))
    this.count += tally.count
    this.beats += tally.beats
    if (!stretch || tally.head === null) return
    this.runs.push({
      run_id: run.id,
      first_seq: stretch.firstSeq,
      last_seq: stretch.lastSeq,
      count: tally.count,
      beats: tally.beats,
      first_link: stretch.firstLink,
      head: tally.head,
    })
  }

  /** Counts a deleted run. */
  bury(run: DeletedRun): void {
    this.seal = linkHash(this.seal, deletedLine(run))
    this.deleted++
  }

  get closing(): string {
    const { runs, deleted, count, beats, seal } = this
    return projectClosingText({ runs: runs.length, deleted, count, beats, seal })
  }
}
