import type { Env } from '../env.ts'
import type { ProjectExportRequest } from './export-request.ts'
import { deletedRuns, projectSegments } from './project-segments.ts'
import { deletedLine, projectOpeningText, type ProjectTally } from './project-tally.ts'
import { writeEntries } from './write-entries.ts'

/** The runs of a project as JSON or NDJSON: each as it would be exported by itself, in a frame. [X16] */
export async function* writeProjectEntries(
  env: Pick<Env, 'DB' | 'RUNS'>,
  request: ProjectExportRequest,
  format: 'json' | 'ndjson',
  tally: ProjectTally,
): AsyncGenerator<string> {
  const isJson = format === 'json'
  const opening = projectOpeningText(request)
  await tally.begin(request)
  yield isJson ? `${opening.slice(0, -1)},"exports":[` : opening
  for await (const segment of projectSegments(env, request)) {
    yield isJson && tally.runs.length > 0 ? ',\n' : '\n'
    yield* writeEntries(segment, format, request.texts)
    await tally.close(segment)
  }
  if (isJson) yield '\n],"deleted_runs":['
  for await (const run of deletedRuns(env.DB, request)) {
    yield `${isJson && tally.deleted > 0 ? ',\n' : '\n'}${deletedLine(run)}`
    tally.bury(run)
  }
  const { closing } = tally
  yield `\n${isJson ? `],${closing.slice(1)}` : closing}\n`
}
