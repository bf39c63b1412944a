import { families, type Family, type Sample } from './families.ts'

/** What is known over all isolates: the counters that were written, and what the index of runs says. */
export async function readSamples(db: D1Database): Promise<Sample[]> {
  const [counted, open, audited] = await db.batch<{ name: string; labels: string; value: number }>([
    db.prepare('SELECT name, labels, value FROM counters'),
    db.prepare(
      `SELECT 'custos_open_runs' AS name, 'status="' || status || '"' AS labels, count(*) AS value
       FROM runs WHERE ended_at IS NULL GROUP BY status`,
    ),
    db.prepare(`SELECT 'custos_audit_records' AS name, '' AS labels, count(*) AS value FROM audit_log`),
  ])
  const samples = [counted, open, audited]
    .flatMap((result) => result?.results ?? [])
    .flatMap(({ name, labels, value }) => (isFamily(name) ? [{ family: name, labels, value }] : []))
  const opened = sum(samples, 'custos_viewers_opened')
  const closed = sum(samples, 'custos_viewers_closed')
  return [...samples, { family: 'custos_viewers', labels: '', value: Math.max(0, opened - closed) }]
}

function isFamily(name: string): name is Family {
  return Object.hasOwn(families, name)
}

function sum(samples: readonly Sample[], family: Family): number {
  return samples.filter((one) => one.family === family).reduce((total, { value }) => total + value, 0)
}
