import type { Span, Task } from '../protocol/verdict.ts'
import { likeliestStretch } from './likeliest-stretch.ts'
import { scoreText, worstParts, type ModelScores, type Readings } from './models/index.ts'
import { placed, type View } from './normalise/view.ts'
import type { Observation } from './observe.ts'

/** Where a task's evidence stands. */
export function placeOf(task: Task): 'prompt' | 'response' | null {
  if (task === 'pii' || task === 'secret') return null
  return task === 'injection' || task === 'jailbreak' || task === 'harmful_request' ? 'prompt' : 'response'
}

/** Flags from here on are evidence enough; the models' own is looked for where there is none. */
const telling = 0.5

/** What the models judge a task by. A question avoided shows as a refusal. */
function modelled(task: Task): keyof ModelScores {
  const isModelled =
    task === 'injection' || task === 'jailbreak' || task === 'harmful_request' || task === 'unsafe_response'
  return isModelled ? task : 'refusal'
}

/** The reading that speaks most for a task: the text itself, or what is encoded in it. */
function likeliestView(task: keyof ModelScores, views: readonly View[], readings: Readings): View | null {
  const [plain = null, ...decoded] = views
  if (plain === null || decoded.length === 0) return plain
  let likeliest = plain
  let most = scoreText(task, plain.source, readings)
  for (const view of decoded) {
    const score = scoreText(task, view.source, readings)
    if (score > most) [likeliest, most] = [view, score]
  }
  return likeliest
}

/**
 * Evidence for a risk that was found without any: the flags that raised it, else the sentence the models think most
 * of. Looked for only where something was found, and near what they thought worst when they read the text.
 */
export function evidenceOf(task: Task, observation: Observation): Span[] {
  const where = placeOf(task)
  if (where === null) return hitSpans(task, observation)
  const flagged = observation.flags.filter(
    (flag) => flag.task === task && flag.in === where && flag.value >= telling,
  )
  if (flagged.length > 0) return flagged.flatMap(({ spans }) => spans)
  const { readings } = observation
  const judge = modelled(task)
  const view = likeliestView(judge, observation[where]?.views ?? [], readings)
  if (view === null) return []
  if (view.from !== null) return [{ in: where, ...view.from, kind: 'likely' }]
  const within = worstParts(judge, view.source, readings)
  const stretch = likeliestStretch(view.source, (piece) => scoreText(judge, piece), within)
  return stretch === null ? [] : [{ in: where, ...placed(view, stretch), kind: 'likely' }]
}

function hitSpans(task: Task, observation: Observation): Span[] {
  return (['prompt', 'response'] as const).flatMap((where) =>
    (observation[where]?.hits ?? [])
      .filter((hit) => hit.task === task)
      .map(({ start, end, kind }) => ({ in: where, start, end, kind })),
  )
}
