/**
 * Steps of the object's own schema, in order; never edited once shipped, only added to. Their count is kept
 * in a table, since Durable Objects refuse `PRAGMA user_version`.
 */
const schemaSteps = [
  `CREATE TABLE run (one INTEGER PRIMARY KEY CHECK (one = 1), state TEXT NOT NULL);
   CREATE TABLE entries (
     seq INTEGER PRIMARY KEY, type TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL,
     header TEXT NOT NULL, content TEXT, salt TEXT, hash TEXT NOT NULL,
     color TEXT, score REAL, flagged INTEGER NOT NULL);
   CREATE TABLE ids (id TEXT PRIMARY KEY, run_id TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL)
     WITHOUT ROWID;
   CREATE TABLE due (task TEXT PRIMARY KEY, at INTEGER NOT NULL, attempts INTEGER NOT NULL) WITHOUT ROWID;`,
  // The figures of a beat beside its text, so that the state can be recounted from the rows. The state of the
  // first schema held sums but no window: that is counted from the tail; its distribution begins anew.
  `ALTER TABLE entries ADD COLUMN violations INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE entries ADD COLUMN flatline INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE entries ADD COLUMN rules TEXT;
   UPDATE entries SET violations = json_array_length(header, '$.violations'),
                      flatline = header ->> 'flatline' WHERE type = 'beat';
   UPDATE entries SET rules = (
     SELECT json_group_array(rule) FROM (
       SELECT DISTINCT value ->> 'rule_id' AS rule FROM json_each(header, '$.findings')
       WHERE value ->> 'severity' <> 'info'))
     WHERE type = 'beat' AND json_array_length(header, '$.findings') > 0;
   CREATE INDEX ids_at ON ids (at);
   UPDATE run SET state = json_set(state,
     '$.window', json_object(
       'scores', (SELECT json_group_array(score) FROM (SELECT seq, score FROM
         (SELECT seq, score FROM entries WHERE type = 'beat' ORDER BY seq DESC LIMIT 100) ORDER BY seq)),
       'seconds', (SELECT json_group_array(json_array(second, beats)) FROM (
         SELECT at / 1000 AS second, count(*) AS beats FROM entries WHERE type = 'beat'
         AND at / 1000 > (SELECT max(at) / 1000 FROM entries WHERE type = 'beat') - 10
         GROUP BY second ORDER BY second))));`,
]

/** Brings an object's tables to the newest schema, each step in a transaction of its own. */
export function migrateStore(storage: DurableObjectStorage, upTo: number = schemaSteps.length): void {
  const { sql } = storage
  sql.exec('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)')
  const row = sql.exec<{ version: number | null }>('SELECT max(version) AS version FROM schema_version').one()
  const done = row.version ?? 0
  for (const [i, step] of schemaSteps.entries()) {
    if (i < done || i >= upTo) continue
    storage.transactionSync(() => {
      sql.exec(step)
      sql.exec('INSERT INTO schema_version (version) VALUES (?)', i + 1)
    })
  }
}
