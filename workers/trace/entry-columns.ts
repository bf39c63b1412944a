/*
 * What the trace needs of an entry, in SQL. A header is RFC 8785 text, so a beat's begins with its score, and its
 * colour follows within its first 200 characters: read from there, neither the rest of the header is parsed nor a
 * long text walked over to reach the columns behind it.
 */

/** The score of a beat. */
export const scoreColumn = `CASE substr(header, 1, 19) WHEN '{"alignment_score":'
  THEN CAST(substr(header, 20, 25) AS REAL) ELSE header ->> 'alignment_score' END`

/** `g | y | r | f` of a beat. */
export const markColumn = `CASE
  WHEN instr(substr(header, 1, 200), '"color":"green"') > 0 THEN 'g'
  WHEN header ->> 'flatline' THEN 'f'
  WHEN header ->> 'color' = 'yellow' THEN 'y'
  WHEN header ->> 'color' = 'green' THEN 'g'
  ELSE 'r' END`

/**
 * What makes an entry worth a note of its own: `[seq, at, kind, value]` for a beat that is not green (`y | r | f`
 * and the score), a system entry (`s`, its event) and an amendment (`a`, the beat it is about); null for the rest.
 * Over a row that has `seq, at, type, header, score, mark`.
 */
export const noteColumn = `CASE type
  WHEN 'system' THEN json_array(seq, at, 's', header ->> 'event')
  WHEN 'amendment' THEN json_array(seq, at, 'a', header ->> 'beat_seq')
  ELSE CASE WHEN mark <> 'g' THEN json_array(seq, at, mark, score) END END`
