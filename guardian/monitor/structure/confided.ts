import type { Span } from '../../../protocol/verdict.ts'
import type { Flag } from '../flag.ts'
import { comparedUnits, flagOf, mostSpans } from './flag-of.ts'
import { lowerCase } from './lower-case.ts'

/** A secret named in a prompt, with its value. Bounded, and begins with a word. */
const named =
  /\b(?:password|passphrase|passcode|secret(?: (?:word|key|code|phrase|number))?|access code|code ?word|magic word|pin|api key|flag|canary|passwort|kennwort|geheimwort|mot de passe|contraseña|palabra secreta|senha|parola segreta|wachtwoord|hasło|пароль)\s{0,2}(?:for [\w ]{1,30} )?(?:is|are|was|ist|lautet|est|es|é|è|to|:|=|->|—|-)?[\s:="'`“„«]{1,6}([\p{L}\p{N}][^\s"'`“”„«»<>,;]{2,63})/giu

/** Whoever confides something says so. */
const confidential =
  /\b(?:never|not|don'?t|do not|mustn'?t|cannot|nobody)\b[^.!?\n]{0,80}\b(?:reveal|share|disclose|tell|give|say|mention|repeat|output|print|know)|\b(?:secret|confidential|hidden|protect|guard)\b|\b(?:nicht|niemals|geheim|jamais|nunca|confidencial|mai|nooit|nigdy|никогда|секрет)/i

/** Words that follow "the password is" in ordinary sentences. */
const ordinary = new Set(
  (
    'the a an and or but not never your my his her our their this that these those for from with without is are was be been must should shall will can could may might ' +
    'safe secure secret hidden protected known wrong correct incorrect invalid required case stored hashed hash salt manager managers policy policies reset field form too very what which who how why when where it to of in on at by as if you they someone anyone nobody user users given only just also still so ' +
    'word key code phrase ist nicht das dein mein est pas que la le les una por para'
  ).split(' '),
)

const squeezed = (text: string): string => lowerCase(text).replace(/[^\p{L}\p{N}]+/gu, '')

/** So many values of a text are looked for: nobody confides more. */
const mostValues = 50

/**
 * What the caller's texts asked to keep to themselves, told by the response: as it stands, spelt apart, or backwards.
 *
 * @param confiding system prompt and prompt; each is read as far as if it were alone, or a long one would hide what
 * the other confides
 */
export function confidedFlag(
  confiding: readonly (string | null | undefined)[],
  response: string,
): Flag | null {
  const asked = confiding.map((text) => (text ?? '').slice(0, comparedUnits))
  if (!asked.some((text) => confidential.test(text))) return null
  const answer = response.slice(0, comparedUnits)
  const lower = lowerCase(answer)
  let together: string | null = null
  const spans: Span[] = []
  for (const value of new Set(asked.flatMap(valuesIn))) {
    const start = lower.indexOf(value)
    if (start >= 0) spans.push({ in: 'response', start, end: start + value.length, kind: 'confided' })
    else {
      const key = squeezed(value)
      const backwards = Array.from(key).toReversed().join('')
      together ??= squeezed(answer)
      if (key.length >= 5 && (together.includes(key) || together.includes(backwards)))
        spans.push({ in: 'response', start: 0, end: answer.length, kind: 'confided' })
    }
    if (spans.length === mostSpans) break
  }
  return spans.length === 0 ? null : flagOf('leak.confided', 'injection', 'response', 0.9, spans)
}

/** The values that a text names, in lower case. */
function valuesIn(text: string): string[] {
  const values = new Set<string>()
  for (const match of text.matchAll(named)) {
    const value = lowerCase((match[1] ?? '').replace(/[.!?:)\]]+$/, ''))
    if (value.length >= 4 && !ordinary.has(value)) values.add(value)
    if (values.size === mostValues) break
  }
  return Array.from(values)
}
