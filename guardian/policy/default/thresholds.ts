/** Probabilities from which the default policy speaks of each task; chosen by the false positives on ordinary and look-alike texts. */
export const thresholds = {
  injection: 0.5,
  jailbreak: 0.5,
  harmfulRequest: 0.5,
  unsafeResponse: 0.5,
  unsafeResponseHigh: 0.8,
  evasion: 0.5,
}
