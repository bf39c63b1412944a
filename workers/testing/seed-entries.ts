/** Colour, score, and whether it flatlined. */
export type SeededBeat = [color: 'green' | 'yellow' | 'red', score: number, flatline: boolean]

/**
 * Puts beats into D1 as a run's log would hold them, for tests of long runs: headers without what nobody reads
 * from them, texts and hashes without meaning.
 *
 * @param from first `seq`
 * @param to last `seq`
 */
export async function seedEntries(
  db: D1Database,
  runId: string,
  from: number,
  to: number,
  beat: (seq: number) => SeededBeat,
): Promise<void> {
  const began = Date.now()
  const rows = Array.from({ length: to - from + 1 }, (_, index) => {
    const seq = from + index
    const [color, score, flatline] = beat(seq)
    const header = `{"alignment_score":${score},"client_timestamp":null,"color":"${color}","flatline":${flatline},"seq":${seq}}`
    return [seq, began + seq * 100, header, color]
  })
  await db
    .prepare(
      `INSERT INTO entries (run_id, seq, type, id, at, header, content, salt, hash, color, flagged)
       SELECT ?1, value ->> 0, 'beat', 'bt_' || (value ->> 0), value ->> 1, value ->> 2, '{}', '', '', value ->> 3, 0
       FROM json_each(?2)`,
    )
    .bind(runId, JSON.stringify(rows))
    .run()
}
