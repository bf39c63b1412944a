import type { Span, Task } from '../protocol/verdict.ts'
import { likeliestStretch } from './likeliest-stretch.ts'
import { scoreText } from './models/index.ts'
import { placed, type View } from './normalise/view.ts'
import type { Observation } from './observe.ts'

/** Where a task's evidence stands. */
export function placeOf(task: Task): 'prompt' | 'response' | null {
  if (task === 'pii' || task === 'secret') return null
  return task === 'injection' || task === 'jailbreak' || task === 'harmful_request' ? 'prompt' : 'response'
}

/** Flags from here on are evidence enough; the models' own is looked for where there is none. */
const telling = 0.5

/** What the models think of a piece of text by itself. A question avoided shows as a refusal. */
function scoreOf(task: Task, piece: string): number {
  const isModelled =
    task === 'injection' || task === 'jailbreak' || task === 'harmful_request' || task === 'unsafe_response'
  return scoreText(isModelled ? task : 'refusal', piece)
}

/** The reading that speaks most for a task: the text itself, or what is encoded in it. */
function likeliestView(task: Task, views: readonly View[]): View | null {
  const [plain = null, ...decoded] = views
  if (plain === null || decoded.length === 0) return plain
  let likeliest = plain
  let most = scoreOf(task, plain.source)
  for (const view of decoded) {
    const score = scoreOf(task, view.source)
    if (score > most) [likeliest, most] = [view, score]
  }
  return likeliest
}

/**
 * Evidence for a risk that was found without any: the flags that raised it, else the sentence the models think most
 * of. Looked for only where something was found, since it reads the text again.
 */
export function evidenceOf(task: Task, observation: Observation): Span[] {
  const where = placeOf(task)
  if (where === null) return hitSpans(task, observation)
  const flagged = observation.flags.filter(
    (flag) => flag.task === task && flag.in === where && flag.value >= telling,
  )
  if (flagged.length > 0) return flagged.flatMap(({ spans }) => spans)
  const view = likeliestView(task, observation[where]?.views ?? [])
  if (view === null) return []
  if (view.from !== null) return [{ in: where, ...view.from, kind: 'likely' }]
  const stretch = likeliestStretch(view.source, (piece) => scoreOf(task, piece))
  return stretch === null ? [] : [{ in: where, ...placed(view, stretch), kind: 'likely' }]
}

function hitSpans(task: Task, observation: Observation): Span[] {
  return (['prompt', 'response'] as const).flatMap((where) =>
    (observation[where]?.hits ?? [])
      .filter((hit) => hit.task === task)
      .map(({ start, end, kind }) => ({ in: where, start, end, kind })),
  )
}
