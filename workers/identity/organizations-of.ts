import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { members } from '../../migrations/schema.ts'
import type { Env } from '../env.ts'

/** Ids of the organisations a person is in. */
export async function organizationsOf(env: Env, userId: string): Promise<string[]> {
  const rows = await drizzle(env.DB)
    .select({ id: members.organizationId })
    .from(members)
    .where(eq(members.userId, userId))
  return rows.map(({ id }) => id)
}
