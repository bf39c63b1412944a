import type { BeatEntry } from '../../../protocol/entry.ts'
import { EvidenceText } from './evidence-text.tsx'

interface SaidProps {
  beat: BeatEntry
  /** Whether the beat comes from an export, which may leave texts out for everybody. */
  inFile?: boolean
}

/** What was said in a beat, or why it can't be read here. */
export function Said({ beat, inFile = false }: SaidProps) {
  if (!beat.erased && !beat.withheld) {
    return (
      <>
        <EvidenceText part="prompt" beat={beat} />
        <EvidenceText part="response" beat={beat} />
      </>
    )
  }
  return (
    <p class="notice">
      {beat.erased
        ? 'The texts of this beat were erased.'
        : inFile
          ? 'This export leaves the texts out.'
          : 'The texts are withheld from your role.'}{' '}
      The verdict and the beat’s place in the chain remain.
    </p>
  )
}
