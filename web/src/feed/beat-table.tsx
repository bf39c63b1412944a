import { useState } from 'preact/hooks'
import { clockTime, count, score } from '../app/format.ts'
import { selectedBeat } from '../run/run-place.ts'
import { Icon } from '../parts/icon.tsx'
import { markWords, Shape } from '../parts/shape.tsx'
import type { RunStore } from '../run/run-store.ts'
import { Older } from './older.tsx'
import { listing, useFiltered } from './use-filtered.ts'

const PAGE = 50

/** The same beats as rows of a table, for screen readers and for people who prefer rows. */
export function BeatTable({ store, onSelect }: { store: RunStore; onSelect: (seq: number) => void }) {
  const all = useFiltered(store)
  const beats = listing(
    all.rows.filter(({ type }) => type === 'beat'),
    all.search,
  )
  // Null stays with the newest; a number, counted from the oldest that is listed, holds still while beats come in.
  const [until, setUntil] = useState<number | null>(null)
  const newest = beats.rows.length
  const gone = Math.max(0, newest - (until ?? newest))
  // Another filter may leave fewer beats than one had gone back.
  const start = gone < beats.length ? gone : Math.max(0, beats.length - PAGE)
  const end = Math.min(start + PAGE, beats.length)
  const rows = Array.from({ length: end - start }, (_, index) => beats.at(start + index))
  return (
    <div class="table-pane">
      <div class="table-scroll" tabIndex={0} role="region" aria-label="Table of beats">
        <table class="beat-table">
          <caption class="only-read">Beats, newest first</caption>
          <thead>
            <tr>
              <th scope="col">Beat</th>
              <th scope="col">Time</th>
              <th scope="col">Mark</th>
              <th scope="col">Score</th>
              <th scope="col">Found</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              if (row?.type !== 'beat') return null
              return (
                <tr key={row.seq} class={row.seq === selectedBeat.value ? 'is-selected' : undefined}>
                  <th scope="row">
                    <button type="button" class="text-button" onClick={() => onSelect(row.seq)}>
                      {row.seq}
                    </button>
                  </th>
                  <td>{clockTime(row.timeMs)}</td>
                  <td class="table-mark">
                    <Shape mark={row.mark} silent /> {markWords[row.mark]}
                  </td>
                  <td>{score(row.score)}</td>
                  <td>{row.titles.join('; ') || (row.refused ? 'refused' : '–')}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {end === beats.length && <Older store={store} listing={beats} />}
      <div class="table-pages">
        <button
          type="button"
          class="icon-button"
          aria-label="Newer beats"
          disabled={start === 0}
          onClick={() => setUntil(start <= PAGE ? null : newest - start + PAGE)}
        >
          <Icon name="left" />
        </button>
        <span class="quiet">
          {beats.length === 0 ? 'No beat' : `${count(start + 1)}–${count(end)} of ${count(beats.length)}`}
        </span>
        <button
          type="button"
          class="icon-button"
          aria-label="Older beats"
          disabled={end >= beats.length}
          onClick={() => setUntil(newest - end)}
        >
          <Icon name="right" />
        </button>
      </div>
    </div>
  )
}
