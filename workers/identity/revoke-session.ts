import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import type { Context } from 'hono'
import { userTokens } from '../../migrations/schema.ts'
import { auditBy } from '../audit/audit-by.ts'
import { statementOf } from '../audit/record-audit.ts'
import type { UserActor } from '../auth/actor.ts'
import type { AppContext } from '../env.ts'
import { recordPersonal } from './personal-log.ts'
import { sessionId, type SessionRow } from './wire-session.ts'

/** Ends one of a person's sessions or tokens. [O6] */
export async function revokeSession(
  c: Context<AppContext>,
  actor: UserActor,
  row: SessionRow,
): Promise<void> {
  const update = drizzle(c.env.DB)
    .update(userTokens)
    .set({ revokedAt: Date.now() })
    .where(eq(userTokens.hash, row.hash))
  await recordPersonal(
    c.env,
    actor.id,
    {
      ...auditBy(c, actor),
      action: row.kind === 'session' ? 'session.revoke' : 'token.revoke',
      target: { type: row.kind, id: sessionId(row) },
      before: { name: row.name },
    },
    [statementOf(c.env.DB, update)],
  )
}
