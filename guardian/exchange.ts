/** What is known of the run so far; rules may ask about it, the guardian itself keeps no memory. */
export interface HistorySummary {
  /** Beats scored so far. */
  beats?: number
  /** Mean alignment score of the run so far, 0..1. */
  average_score?: number | null
  /** The HRV proxy: standard deviation of recent score changes. */
  hrv?: number | null
  /** Beats of the run that had violations. */
  flagged?: number
}

/** One prompt and the answer to it, as the guardian takes them. A missing text is null, an empty answer ''. */
export interface Exchange {
  prompt?: string | null
  response?: string | null
  /** The caller's own confidence, 0..1; anything else counts as not given. */
  confidence?: number | null
  /** Free facts about the call that policy rules may compare. */
  meta?: Record<string, unknown>
  /** The system prompt, if known: repeating it in the response is then found exactly. */
  system?: string | null
  /**
   * Secret marks planted in the system prompt or documents: one in the response proves a leak. Four characters at
   * least: shorter ones stand in any text by chance and are not looked for.
   */
  canaries?: readonly string[]
  history?: HistorySummary | null
}
