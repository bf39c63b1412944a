import type { Run } from '../../../protocol/run.ts'

/**
 * Of a run as it is known and as an order was answered, the later one. The answer may come before the entry that
 * says the same, or, on a slow way, after entries of what others did since; an ended run never opens again.
 *
 * @param known null before anything is known
 */
export function laterRun(known: Run | null, answer: Run): Run {
  if (known === null) return answer
  const reopens = known.ended_at !== null && answer.ended_at === null
  return reopens || answer.last_seq < known.last_seq ? known : answer
}
