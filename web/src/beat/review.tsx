import { useState } from 'preact/hooks'
import type { BeatEntry } from '../../../protocol/entry.ts'
import { labelBeat } from '../api/calls.ts'
import { toast } from '../app/toasts.tsx'
import type { RunStore } from '../run/run-store.ts'
import { lastLabel, type ReviewLabel } from './last-label.ts'

const words: Record<ReviewLabel, string> = { right: 'Verdict is right', wrong: 'Verdict is wrong' }

/** A person's word on the verdict. It is added to the log; the verdict itself stays as it was. */
export function Review({ store, beat }: { store: RunStore; beat: BeatEntry }) {
  const [busy, setBusy] = useState(false)
  const label = lastLabel(store.log.amendmentsOf(beat.seq))

  async function mark(verdict: ReviewLabel) {
    setBusy(true)
    const outcome = await labelBeat(store.id, beat.seq, verdict)
    setBusy(false)
    if (!outcome.ok) toast(`${outcome.problem.title}. ${outcome.problem.detail}`, 'bad')
  }

  return (
    <div class="review" role="group" aria-label="Your judgement of the verdict">
      {(['right', 'wrong'] as const).map((verdict) => (
        <button
          key={verdict}
          type="button"
          class="button button-small"
          aria-pressed={label === verdict}
          disabled={busy || label === verdict}
          onClick={() => void mark(verdict)}
        >
          {words[verdict]}
        </button>
      ))}
    </div>
  )
}
