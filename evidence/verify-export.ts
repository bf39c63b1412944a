import { KeptBeginning, noExportOf, noExportText, type NoExport } from './beginning.ts'
import { checkProject, type CheckedProject } from './check-project.ts'
import { checkRun, type ExportVisitor } from './check-run.ts'
import { ExportFault } from './export-fault.ts'
import { LineCursor } from './line-cursor.ts'
import { readOpening } from './opening.ts'
import { isProjectOpening, readProjectOpening } from './project-opening.ts'
import { readLines } from './read-lines.ts'
import type { CheckedRun } from './run-check.ts'

/** A whole and unaltered export of one run, or of a range of it. */
export interface IntactExport extends CheckedRun {
  intact: true
  of: 'run'
  format: 'json' | 'ndjson'
}

/** A whole and unaltered export across the runs of a project. [X16] */
export interface IntactProjectExport extends CheckedProject {
  intact: true
  of: 'project'
  format: 'json' | 'ndjson'
}

/** The first thing in an export that does not fit. */
export interface BrokenExport {
  intact: false
  /** Line of the file, from 1. */
  line: number
  /** The run it is in; null when it is about none. */
  runId: string | null
  /** `seq` that stands there, or should; null when it is not about an entry. */
  seq: number | null
  reason: string
  /** Set for a file that does not begin as an export, so that nothing can be said of it; else null. */
  noExport: NoExport | null
}

export type ExportCheck = IntactExport | IntactProjectExport | BrokenExport

/**
 * Checks a JSON or NDJSON export by itself, offline, in memory that does not grow with it. [X10] [X16]
 *
 * Intact means: nothing was altered since somebody wrote this chain. Who that was, only a signed manifest or
 * a head that was kept elsewhere can say.
 *
 * @param chunks bytes of the file, cut anywhere
 * @param visit told of what is read on the way, for who wants to show it
 */
export async function verifyExport(
  chunks: AsyncIterable<Uint8Array>,
  visit: ExportVisitor = {},
): Promise<ExportCheck> {
  const beginning = new KeptBeginning()
  const cursor = new LineCursor(readLines(beginning.of(chunks)))
  try {
    return await check(cursor, visit)
  } catch (error) {
    if (!(error instanceof ExportFault)) throw error
    const { line, runId, seq } = cursor
    const noExport = line === 1 ? noExportOf(beginning.text) : null
    const reason = noExport === null || beginning.text === '' ? error.message : noExportText[noExport]
    return { intact: false, line, runId, seq, reason, noExport }
  }
}

async function check(cursor: LineCursor, visit: ExportVisitor): Promise<ExportCheck> {
  const { text } = await cursor.need('The file is empty: it can’t be checked.')
  if (isProjectOpening(text)) {
    const opening = await readProjectOpening(text)
    const project = await checkProject(cursor, opening, visit)
    await requireEnd(cursor)
    return { intact: true, of: 'project', format: opening.format, ...project }
  }
  const opening = await readOpening(text)
  const { run } = await checkRun(cursor, opening, visit, false)
  await requireEnd(cursor)
  return { intact: true, of: 'run', format: opening.format, ...run }
}

async function requireEnd(cursor: LineCursor): Promise<void> {
  if (await cursor.next()) throw new ExportFault('Something follows the closing line.')
}
