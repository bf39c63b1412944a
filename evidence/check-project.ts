import { checkRun, type ExportVisitor } from './check-run.ts'
import { link } from './digest.ts'
import { ExportFault } from './export-fault.ts'
import type { LineCursor } from './line-cursor.ts'
import { parseObject, readOpening } from './opening.ts'
import { projectClosingText, type ProjectOpening } from './project-opening.ts'
import type { CheckedRun } from './run-check.ts'

/** What an export across the runs of a project holds. */
export interface CheckedProject {
  projectId: string
  runs: CheckedRun[]
  /** Runs of the range that retention has deleted. */
  deleted: number
  count: number
  beats: number
  seal: string
}

const cut = 'The closing line is missing: the file was cut.'
const deletedMember = '],"deleted_runs":['

/**
 * Checks an export across runs from the line after its opening up to and with its closing. [X16]
 *
 * @throws ExportFault
 */
export async function checkProject(
  cursor: LineCursor,
  opening: ProjectOpening,
  visit: ExportVisitor,
): Promise<CheckedProject> {
  const isJson = opening.format === 'json'
  const runs: CheckedRun[] = []
  const seen = new Set<string>()
  let seal = opening.sha256
  let { text } = await cursor.need(cut)
  let comma = true
  while (isJson ? text !== deletedMember : text.startsWith('{"custos_export":')) {
    if (isJson && !comma) throw new ExportFault('A comma is missing before this run.')
    const run = await readOpening(text)
    if (run.format !== opening.format || run.range !== opening.range) {
      throw new ExportFault('This run is not exported as the file says.')
    }
    if (seen.has(run.runId)) throw new ExportFault('This run is here twice.')
    seen.add(run.runId)
    const checked = await checkRun(cursor, run, visit, true)
    seal = await link(seal, checked.closing)
    runs.push(checked.run)
    comma = checked.comma
    cursor.seq = null
    ;({ text } = await cursor.need(cut))
  }
  cursor.runId = null
  if (isJson) {
    if (runs.length > 0 && comma) throw new ExportFault('A run is missing at the end.')
    comma = true
    ;({ text } = await cursor.need(cut))
  }
  let deleted = 0
  while (!text.startsWith(isJson ? '],' : '{"runs":')) {
    if (isJson && !comma) throw new ExportFault('A comma is missing before this line.')
    comma = text.endsWith(',')
    const line = isJson && comma ? text.slice(0, -1) : text
    if (!line.startsWith('{"deleted_run":{')) throw new ExportFault('This is neither a run nor a closing.')
    if (JSON.stringify(parseObject(line)) !== line) {
      throw new ExportFault('The line is not written as an export writes it.')
    }
    seal = await link(seal, line)
    deleted++
    ;({ text } = await cursor.need(cut))
  }
  if (isJson && deleted > 0 && comma) throw new ExportFault('A deleted run is missing at the end.')
  const count = runs.reduce((sum, run) => sum + run.count, 0)
  const beats = runs.reduce((sum, run) => sum + run.beats, 0)
  const expected = projectClosingText({ runs: runs.length, deleted, count, beats, seal })
  if ((isJson ? `{${text.slice(2)}` : text) !== expected) {
    throw new ExportFault(
      'The closing line does not say what stands before it: something was dropped or changed.',
    )
  }
  return { projectId: opening.projectId, runs, deleted, count, beats, seal }
}
