import { useMemo } from 'preact/hooks'
import type { BeatEntry } from '../../../protocol/entry.ts'
import { count } from '../app/format.ts'
import { evidence, type Segment } from './evidence.ts'
import { nameOfHidden, pieces } from './visible-text.ts'

/** What was said and what was found in it. */
type Evaluated = Pick<BeatEntry, 'prompt' | 'response' | 'findings' | 'truncated'>

/** Prompt or response with its evidence marked. A stranger wrote it: every piece is a text node. */
export function EvidenceText({ part, beat }: { part: 'prompt' | 'response'; beat: Evaluated }) {
  const text = beat[part]
  const segments = useMemo(() => (text === null ? [] : evidence(text, part, beat.findings)), [beat, part])
  const cut = beat.truncated?.[part]
  return (
    <section class="text-part">
      <h3>{part === 'prompt' ? 'Prompt' : 'Response'}</h3>
      {text === null ? (
        <p class="quiet">None was sent.</p>
      ) : text === '' ? (
        <p class="quiet">Empty.</p>
      ) : (
        <div class="said" dir="auto" tabIndex={0} role="region" aria-label={part}>
          {segments.map((segment, index) => (
            <Part key={index} segment={segment} />
          ))}
        </div>
      )}
      {cut && (
        <p class="quiet">
          Shortened for keeping: the whole text had {count(cut.bytes)} bytes and was evaluated whole.
        </p>
      )}
    </section>
  )
}

function Part({ segment: { text, findings, kinds } }: { segment: Segment }) {
  const shown = pieces(text).map((piece, index) =>
    piece.hidden ? (
      <span key={index} class="hidden-character" title="A character that is not seen">
        {nameOfHidden(piece.text)}
      </span>
    ) : (
      piece.text
    ),
  )
  const [worst] = findings
  if (!worst) return <>{shown}</>
  const title = `${worst.title}: ${kinds.join(', ')}`
  return (
    <mark class={`evidence severity-${worst.severity}`} title={title}>
      {shown}
    </mark>
  )
}
