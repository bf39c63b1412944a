import type { Detector } from './detector.ts'

/** A prompt that holds words of declining, to be translated, corrected or sent: they come back in the answer. */
export const givenDecline: Detector = {
  id: 'about.declining_text',
  task: 'refusal',
  in: 'prompt',
  kind: 'declining_text',
  value: 0.3,
}
