import { sha256Hex } from './digest.ts'
import { ExportFault } from './export-fault.ts'
import { isObject, parseObject } from './opening.ts'

/** What the check needs of the opening of an export across runs. [X16] */
export interface ProjectOpening {
  format: 'json' | 'ndjson'
  projectId: string
  /** As it stands there. */
  range: string
  sha256: string
}

const exportsMember = ',"exports":['

/** Whether a first line begins an export across runs. */
export function isProjectOpening(line: string): boolean {
  return line.startsWith('{"custos_project_export":')
}

/** @throws ExportFault when it is not one */
export async function readProjectOpening(line: string): Promise<ProjectOpening> {
  const isJson = line.endsWith(exportsMember)
  const text = isJson ? `${line.slice(0, -exportsMember.length)}}` : line
  const { custos_project_export: version, project, range } = parseObject(text)
  if (version !== 1 || !isObject(project) || typeof project['id'] !== 'string' || !isObject(range)) {
    throw new ExportFault('This is not the opening of a Custos export in JSON or NDJSON.')
  }
  return {
    format: isJson ? 'json' : 'ndjson',
    projectId: project['id'],
    range: JSON.stringify(range),
    sha256: await sha256Hex(text),
  }
}

/** How an export across runs ends; that of JSON is made of it. [X16] */
export function projectClosingText(closing: {
  runs: number
  deleted: number
  count: number
  beats: number
  seal: string
}): string {
  const { runs, deleted, count, beats, seal } = closing
  return JSON.stringify({ runs, deleted, count, beats, seal, complete: true })
}
