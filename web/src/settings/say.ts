import type { Outcome } from '../api/request.ts'
import { toast } from '../app/toasts.tsx'

/** Says what came of something: the word when it went well, the reason when not. @returns whether it went well */
export function say(outcome: Outcome<unknown>, done: string): boolean {
  if (outcome.ok) toast(done)
  else toast(`${outcome.problem.title}. ${outcome.problem.detail}`, 'bad')
  return outcome.ok
}
