import { useState } from 'preact/hooks'
import type { Run } from '../../../protocol/run.ts'
import { commandRun, type RunCommand } from '../api/calls.ts'
import { toast } from '../app/toasts.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Icon } from '../parts/icon.tsx'
import type { RunStore } from './run-store.ts'

const done: Record<RunCommand, string> = {
  pause: 'The run is paused. Beats are still recorded.',
  resume: 'The run goes on.',
  end: 'The run has ended. The next beat of its key opens a new one.',
}

/** Pause, resume and end; ending asks once, since nothing takes it back. */
export function RunControls({ store, run }: { store: RunStore; run: Run }) {
  const [busy, setBusy] = useState<RunCommand | null>(null)
  const [asking, setAsking] = useState(false)
  if (run.ended_at !== null) return null

  async function command(order: RunCommand) {
    setBusy(order)
    const outcome = await commandRun(run.id, order)
    setBusy(null)
    if (!outcome.ok) {
      toast(`${outcome.problem.title}. ${outcome.problem.detail}`, 'bad')
      return
    }
    store.take(outcome.value)
    const undo = order === 'pause' ? { label: 'Resume', run: () => void command('resume') } : null
    toast(done[order], 'plain', undo)
  }

  const canResume = run.status === 'misaligned' || run.pause_reason === 'operator'
  const canPause = run.pause_reason !== 'operator'
  return (
    <>
      {canPause && (
        <button type="button" class="button" disabled={busy !== null} onClick={() => void command('pause')}>
          <Icon name="pause" />
          Pause
        </button>
      )}
      {canResume && (
        <button
          type="button"
          class="button button-main"
          disabled={busy !== null}
          onClick={() => void command('resume')}
        >
          <Icon name="resume" />
          Resume
        </button>
      )}
      <button type="button" class="button" disabled={busy !== null} onClick={() => setAsking(true)}>
        <Icon name="end" />
        End
      </button>
      {asking && (
        <Dialog title="End this run?" onClose={() => setAsking(false)}>
          <p>It cannot be reopened. Its log stays, and the next beat of its key opens a new run.</p>
          <div class="dialog-actions">
            <button type="button" class="button" onClick={() => setAsking(false)}>
              Keep it running
            </button>
            <button
              type="button"
              class="button button-bad"
              onClick={() => {
                setAsking(false)
                void command('end')
              }}
            >
              End the run
            </button>
          </div>
        </Dialog>
      )}
    </>
  )
}
