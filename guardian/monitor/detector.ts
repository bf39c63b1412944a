import type { Task } from '../../protocol/verdict.ts'

/** What phrases speak for, and how strongly each speaks. Several may share an id. */
export interface Detector {
  readonly id: string
  readonly task: Task
  readonly in: 'prompt' | 'response' | 'both'
  /** How telling one match is, 0..1. */
  readonly value: number
  /** The `kind` of its spans. */
  readonly kind: string
}
