import type { Evaluation } from '../../protocol/index.ts'
import type { Standards } from './guardian-for.ts'
import { judge, reportedOf } from './prepare-beat.ts'
import type { ReadBeat } from './read-beat.ts'

/** The verdict that a beat would get, and nothing else of it. [B17] */
export function evaluateBeat({ input, warnings }: ReadBeat, standards: Standards): Evaluation {
  return { ...judge(input, reportedOf(input), standards), warnings }
}
