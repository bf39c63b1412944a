import type { Flag } from '../flag.ts'
import { comparedUnits, flagOf } from './flag-of.ts'

/** A name at the head of a line, in brackets or before a colon. */
const signed = /^[ \t*]{0,4}(?:\[[^\p{L}\]\n]{0,4}([\p{L}\p{N} _-]{2,30})\]|([\p{L}\p{N}_-]{2,30}):\s)/gmu

const mostNames = 20

const roles = ['you are', ' as ', 'called', 'named', 'persona', 'pretend', 'play', 'mode']
/** So far from its name a role may stand, UTF-16 units. */
const near = 60

/**
 * A response signed with the name of a part that the prompt gave the model to play. Ordinary role-play looks the
 * same, so it means something only beside an attempt to talk the model out of its limits.
 */
export function personaNameFlag(prompt: string, response: string): Flag | null {
  const answer = response.slice(0, comparedUnits)
  const asked = prompt.slice(0, comparedUnits).toLowerCase()
  let names = 0
  for (const match of answer.matchAll(signed)) {
    if (++names > mostNames) break
    const name = (match[1] ?? match[2] ?? '').trim().toLowerCase()
    if (!isGiven(asked, name)) continue
    const { index: start } = match
    const span = { in: 'response', start, end: start + match[0].trimEnd().length, kind: 'persona' } as const
    return flagOf('leak.persona_name', 'jailbreak', 'response', 0.8, [span])
  }
  return null
}

function isGiven(asked: string, name: string): boolean {
  const at = asked.indexOf(name)
  if (name.length < 2 || at < 0) return false
  const around = asked.slice(Math.max(0, at - near), at + name.length + near)
  return roles.some((role) => around.includes(role))
}
