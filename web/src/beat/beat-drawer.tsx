import './beat.css'
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { BeatEntry } from '../../../protocol/entry.ts'
import type { Failure } from '../api/request.ts'
import { fullTime, score } from '../app/format.ts'
import type { Rights } from '../app/rights.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { Icon } from '../parts/icon.tsx'
import { markWords, Shape } from '../parts/shape.tsx'
import type { RunStore } from '../run/run-store.ts'
import { stepOf } from '../run/step-keys.ts'
import { type BeatColumns, markOf } from '../trace/columns.ts'
import { Amendments } from './amendments.tsx'
import { Findings, Probes } from './findings.tsx'
import { Provenance } from './provenance.tsx'
import { Review } from './review.tsx'
import { Risks } from './risks.tsx'
import { Said } from './said.tsx'

interface BeatDrawerProps {
  store: RunStore
  seq: number
  rights: Rights
  /** Columns that have the beat by itself, if any do. */
  columns: BeatColumns
  onShow: (seq: number | null) => void
}

/** One beat, whole: what was said, what was found in it, and what to do. */
export function BeatDrawer({ store, seq, rights, columns, onShow }: BeatDrawerProps) {
  const beat = useSignal<BeatEntry | null>(store.log.shelf.get(seq))
  const problem = useSignal<Pick<Failure, 'title' | 'detail'> | null>(null)
  const drawer = useRef<HTMLElement>(null)
  const returnTo = useRef<Element | null>(null)

  useEffect(() => {
    let over = false
    problem.value = null
    const known = store.log.shelf.get(seq)
    if (known) {
      beat.value = known
      return undefined
    }
    async function fetchBeat() {
      const outcome = await store.beat(seq)
      if (over) return
      if (!outcome.ok) problem.value = outcome.problem
      else if (outcome.value) beat.value = outcome.value
      else
        problem.value = { title: 'There is no such beat', detail: `Entry ${seq} of this run is not a beat.` }
    }
    void fetchBeat()
    return () => {
      over = true
    }
  }, [seq])

  useEffect(() => {
    returnTo.current = document.activeElement
    drawer.current?.focus({ preventScroll: true })
    return () => {
      if (returnTo.current instanceof HTMLElement) returnTo.current.focus({ preventScroll: true })
    }
  }, [])

  useEffect(() => {
    drawer.current?.querySelector('.drawer-body')?.scrollTo(0, 0)
  }, [seq])

  void store.calm.value
  const step = (key: string) =>
    stepOf(
      { key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, typing: false },
      columns,
      seq,
    ) ?? null
  const [previous, next] = [step('ArrowLeft'), step('ArrowRight')]
  const shown = beat.value?.seq === seq ? beat.value : null
  return (
    <aside ref={drawer} class="drawer" tabIndex={-1} aria-label={`Beat ${seq}`}>
      <header class="drawer-head">
        <h2>Beat {seq}</h2>
        <span class="spring" />
        <button
          type="button"
          class="icon-button"
          aria-label="Previous beat"
          disabled={previous === null}
          onClick={() => onShow(previous)}
        >
          <Icon name="left" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label="Next beat"
          disabled={next === null}
          onClick={() => onShow(next)}
        >
          <Icon name="right" />
        </button>
        <button type="button" class="icon-button" aria-label="Close" onClick={() => onShow(null)}>
          <Icon name="close" />
        </button>
      </header>
      <div class="drawer-body">
        {problem.value ? (
          <div class="notice notice-warn">
            <strong>{problem.value.title}</strong>
            <p>{problem.value.detail}</p>
          </div>
        ) : shown ? (
          <Beat store={store} beat={shown} rights={rights} />
        ) : (
          <p class="quiet">Fetching the beat…</p>
        )}
      </div>
    </aside>
  )
}

function Beat({ store, beat, rights }: { store: RunStore; beat: BeatEntry; rights: Rights }) {
  const mark = markOf(beat)
  const address = `${location.origin}/simulator/runs/${encodeURIComponent(store.id)}?beat=${beat.seq}`
  return (
    <>
      <div class={`verdict mark-${mark}`}>
        <Shape mark={mark} silent />
        <strong class="verdict-score">{score(beat.alignment_score)}</strong>
        <span class="verdict-word">
          {markWords[mark]}
          {beat.refused && <span class="tag">refused</span>}
          {beat.while_paused && <span class="tag">while paused</span>}
        </span>
        <time class="quiet">{fullTime(Date.parse(beat.timestamp))}</time>
      </div>
      <Findings findings={beat.findings} reported={beat.violations} />
      {rights.order && <Review store={store} beat={beat} />}
      <Said beat={beat} inFile={store.connection.value.is === 'file'} />
      <Probes probes={beat.probes} />
      <Risks risks={beat.risks} />
      <Amendments amendments={store.log.amendmentsOf(beat.seq)} />
      <Provenance beat={beat} />
      <footer class="drawer-foot">
        {store.connection.value.is !== 'file' && (
          <CopyButton text={() => address} label="Copy link" icon="link" />
        )}
        <CopyButton text={() => JSON.stringify(beat, null, 2)} label="Copy JSON" />
      </footer>
    </>
  )
}
