import { counters, type Counters } from './counters.ts'

/** What counters are written to. */
export interface CounterEnv {
  DB: D1Database
  ANALYTICS?: AnalyticsEngineDataset
}

/**
 * Adds what this isolate has counted to D1, and to Workers Analytics where it is bound, if it is time to. Cheap to
 * call after every request, and never throws: a count is no reason for anything to fail.
 *
 * @param now ms since the epoch
 * @param everyMs least time since the last write; 0 writes now
 * @param from the isolate's own unless given
 */
export async function writeCounters(
  env: CounterEnv,
  now: number,
  everyMs?: number,
  from: Counters = counters,
): Promise<void> {
  const taken = from.take(now, everyMs)
  if (!taken) return
  const rows = [...taken].map(([key, value]) => {
    const blank = key.indexOf(' ')
    return { name: key.slice(0, blank), labels: key.slice(blank + 1), value }
  })
  try {
    await env.DB.prepare(
      `INSERT INTO counters (name, labels, value)
       SELECT value ->> 'name', value ->> 'labels', value ->> 'value' FROM json_each(?) WHERE true
       ON CONFLICT (name, labels) DO UPDATE SET value = counters.value + excluded.value`,
    )
      .bind(JSON.stringify(rows))
      .run()
  } catch {
    from.putBack(taken)
    return
  }
  for (const { name, labels, value } of rows) {
    env.ANALYTICS?.writeDataPoint({ indexes: [name], blobs: [name, labels], doubles: [value] })
  }
}
