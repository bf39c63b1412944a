import { useEffect, useState } from 'preact/hooks'
import type { Run } from '../../../protocol/run.ts'
import { listRuns } from '../api/calls.ts'

const LOOK_EVERY_MS = 5000

/**
 * The run that followed one that has ended, once it is there: its id is minted when a run closes, but it opens only
 * with the next beat of the key.
 *
 * @returns its id, or null while there is none
 */
export function useSuccessor({
  ended_at: endedAt,
  next_run_id: nextId,
}: Pick<Run, 'ended_at' | 'next_run_id'>): string | null {
  const [found, setFound] = useState<string | null>(null)
  useEffect(() => {
    if (endedAt === null || nextId === null) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    async function look(id: string) {
      const page = document.hidden ? null : await listRuns()
      if (over) return
      if (page?.ok && page.value.data.some((run) => run.id === id)) setFound(id)
      else timer = setTimeout(() => void look(id), LOOK_EVERY_MS)
    }
    void look(nextId)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [endedAt, nextId])
  return found
}
