/** What `/metrics` tells, with what each is for. Names end as OpenMetrics wants them when they are written. */
export const families = {
  custos_requests: { type: 'counter', help: 'Requests answered, by class of status.' },
  custos_beats: { type: 'counter', help: 'Beats recorded, by colour.' },
  custos_heartbeats: { type: 'counter', help: 'Heartbeats taken.' },
  custos_refusals: { type: 'counter', help: 'Requests and beats refused, by problem code.' },
  custos_flushes: { type: 'counter', help: 'Writes of runs to D1, by result.' },
  custos_flush_lag_milliseconds: {
    type: 'counter',
    help: 'Age of the oldest entry at each write to D1, added up; divide by custos_flushes_total.',
  },
  custos_alarm_failures: {
    type: 'counter',
    help: 'Tasks of runs by alarm that failed and were set again, by task.',
  },
  custos_viewers_opened: { type: 'counter', help: "Viewers' sockets opened." },
  custos_viewers_closed: { type: 'counter', help: "Viewers' sockets closed." },
  custos_viewers: { type: 'gauge', help: 'Viewers connected now: those opened less those closed.' },
  custos_open_runs: { type: 'gauge', help: 'Runs that are not closed, by status.' },
  custos_audit_records: { type: 'gauge', help: 'Records in the audit logs of all organisations.' },
} as const satisfies Record<string, { type: 'counter' | 'gauge'; help: string }>
export type Family = keyof typeof families

/** One value of a family. */
export interface Sample {
  family: Family
  /** Label set without braces. */
  labels: string
  value: number
}
