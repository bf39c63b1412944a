import type { Evaluation, ProjectSettings } from '../../protocol/index.ts'
import { judge, reportedOf } from './prepare-beat.ts'
import type { ReadBeat } from './read-beat.ts'

/** The verdict that a beat would get, and nothing else of it. [B17] */
export function evaluateBeat({ input, warnings }: ReadBeat, settings: ProjectSettings): Evaluation {
  return { ...judge(input, reportedOf(input), settings), warnings }
}
