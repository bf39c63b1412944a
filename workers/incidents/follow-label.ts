import { and, eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { incidents } from '../../migrations/schema.ts'
import type { AmendmentInput } from '../../protocol/index.ts'
import type { Actor } from '../auth/actor.ts'

/**
 * Lets the incident of a beat follow a person's word on its verdict, wherever it was given: `wrong` is a false
 * alarm, `right` a reviewed one. Where the beat is no incident nothing happens. [T3]
 */
export async function followLabel(
  db: D1Database,
  actor: Actor,
  runId: string,
  seq: number,
  { amendment, data }: AmendmentInput,
): Promise<void> {
  if (amendment !== 'label' || (data.verdict !== 'wrong' && data.verdict !== 'right')) return
  await drizzle(db)
    .update(incidents)
    .set({
      state: data.verdict === 'wrong' ? 'false_alarm' : 'reviewed',
      updatedAt: Date.now(),
      updatedBy: actor.id,
    })
    .where(and(eq(incidents.runId, runId), eq(incidents.seq, seq)))
}
