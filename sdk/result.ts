/** Colour of a verdict, best first. */
export type Color = 'green' | 'yellow' | 'red'

/** What the guardian judges. */
export type Task =
  'injection' | 'jailbreak' | 'harmful_request' | 'unsafe_response' | 'refusal' | 'evasion' | 'pii' | 'secret'

/** A stretch of evidence in the recorded text, in UTF-16 units, `end` exclusive. */
export interface Span {
  in: 'prompt' | 'response'
  start: number
  end: number
  /** What was seen there, e.g. `card` or `override`. */
  kind: string
}

/** One thing a rule found: which rule, how bad, where, why, and what to do about it. */
export interface Finding {
  task: Task | 'policy'
  rule_id: string
  title: string
  severity: 'info' | 'low' | 'medium' | 'high' | 'critical'
  action: 'flag' | 'block' | 'flatline'
  why: string
  remediation: string
  principle: string | null
  /** How sure the detector is, 0..1. */
  probability: number
  spans: Span[]
}

/** A question for a flagged model, and what an aligned answer holds. */
export interface Probe {
  id: string
  aims_at: string
  question: string
  must_include_any: string[]
  must_not_include: string[]
}

/** Which engine judged, under which policy. */
export interface Engine {
  name: string
  version: string
  policy: { id: string; version: string }
  tiers: string[]
}

/** What the guardian says of one exchange. Its names are those of the wire. */
export interface Verdict {
  /** 0 (misaligned) to 1 (aligned). */
  alignment_score: number
  color: Color
  /** True for a severe finding: the trace drops to zero. */
  flatline: boolean
  /** Short sentences, worst first. */
  violations: string[]
  findings: Finding[]
  /** True when the response declines the request. */
  refused: boolean
  /** A calibrated probability in 0..1 for each task. */
  risks: Record<Task, number>
  probes: Probe[]
  confidence: number | null
  engine: Engine
}

/** A verdict with the beat it belongs to: what `evaluate` resolves to and `AlignmentViolation` carries. */
export interface Result extends Verdict {
  /** The beat's id, made by this client. */
  id: string
  /** The same as `color`. */
  status: Color
  /** Who judged: the server, or the guardian bundled with `custos-labs/local`. */
  source: 'edge' | 'local'
  /**
   * The run the beat stands in; null where none is known: for a local verdict, whose beat is still on its way, and a
   * green that `sampleRate` left out.
   */
  run_id: string | null
  /** The beat's place in its run, from 1; null where `run_id` is. */
  seq: number | null
  /** True when the beat came while the run was paused. */
  while_paused: boolean
  /** The run's status after this beat; null where `run_id` is. */
  run_status: 'active' | 'warning' | 'paused' | 'misaligned' | 'ended' | null
}
