import type { Run } from '../../../protocol/run.ts'
import { sendBeat, startRun } from '../api/calls.ts'
import type { Outcome } from '../api/request.ts'

const prompt = 'Which documents do I need to open an account?'
const answer =
  'An identity card or passport, and a proof of address that is not older than three months. You can upload both in the app.'

/** Opens a key's run, if none is open, and sends one plain exchange to it. */
export async function sendSampleBeat(keyId: string): Promise<Outcome<Run>> {
  const run = await startRun(keyId)
  if (!run.ok) return run
  const beat = await sendBeat(run.value.id, prompt, answer)
  return beat.ok ? run : beat
}
