import type { Client } from '../client.ts'
import type { Exchange } from '../draft.ts'
import {
  checkPromptAtEdge,
  checkPromptLocally,
  enforceAtEdge,
  enforceLocally,
  type OnVerdict,
  type Refusal,
} from './enforce.ts'

/** Throws where no call may be made; answers what a blocked prompt gets instead, null where the model may be asked. */
export async function beforeCall(custos: Client, prompt: Exchange, streams: boolean): Promise<Refusal> {
  const { mode, checkPrompt } = custos.settings
  if (mode === 'monitor') return null
  if (mode === 'edge') await custos.connection.ensureOpen()
  else custos.connection.assertOpen()
  if (!checkPrompt) return null
  // There is no stream that could say something else.
  const onViolation = streams ? 'raise' : undefined
  return mode === 'edge'
    ? checkPromptAtEdge(custos, prompt, onViolation)
    : checkPromptLocally(custos, prompt, onViolation)
}

/** Has an answer judged and the verdict enforced, as the mode says: the answer itself, or what takes its place. */
export async function enforceAnswer<T>(
  custos: Client,
  exchange: Exchange,
  value: T,
  onVerdict?: OnVerdict,
): Promise<T | string | null> {
  const { mode } = custos.settings
  if (mode === 'edge') return enforceAtEdge(custos, exchange, value, onVerdict)
  if (mode === 'local') return enforceLocally(custos, exchange, value, onVerdict)
  custos.record(exchange, onVerdict && ((receipt) => onVerdict(receipt, receipt)))
  return value
}
