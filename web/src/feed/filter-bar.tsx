import { change, filter, list } from '../run/run-place.ts'
import { noFilter } from '../run/run-query.ts'
import { count, plural } from '../app/format.ts'
import { Icon } from '../parts/icon.tsx'
import { markWords, Shape } from '../parts/shape.tsx'
import type { RunStore } from '../run/run-store.ts'
import { type Mark, marks } from '../trace/columns.ts'
import { isFiltering } from './filtered-rows.ts'
import { useFiltered } from './use-filtered.ts'

/** What of the run's beats to list, and whether as a feed or as a table. */
export function FilterBar({ store }: { store: RunStore }) {
  const chosen = filter.value
  const { length: shown, search } = useFiltered(store)
  const soFar = search && !search.done ? ' so far' : ''
  const rules = [...store.log.rules].toSorted(([, a], [, b]) => b.count - a.count)
  // A link may name a rule that found nothing in what is listed.
  const unlisted = chosen.rule !== null && !store.log.rules.has(chosen.rule) ? chosen.rule : null

  function toggle(mark: Mark) {
    const on = chosen.marks.includes(mark)
    const next = marks.filter((each) => (each === mark ? !on : chosen.marks.includes(each)))
    change({ filter: { ...chosen, marks: next } })
  }

  return (
    <div class="filter-bar">
      <div class="filter-row">
        <label class="search">
          <Icon name="search" />
          <span class="only-read">Search beats</span>
          <input
            type="search"
            placeholder="Words, a rule, #number"
            value={chosen.text}
            onInput={({ currentTarget }) => change({ filter: { ...chosen, text: currentTarget.value } })}
          />
        </label>
        <div class="tabs" role="group" aria-label="Show beats as">
          {(['feed', 'table'] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              class="tab"
              aria-pressed={list.value === kind}
              onClick={() => change({ list: kind })}
            >
              {kind === 'feed' ? 'Feed' : 'Table'}
            </button>
          ))}
        </div>
      </div>
      <div class="filter-row" role="group" aria-label="Marks to show">
        {marks.map((mark) => (
          <button
            key={mark}
            type="button"
            class="chip"
            aria-pressed={chosen.marks.includes(mark)}
            aria-label={markWords[mark]}
            title={markWords[mark]}
            onClick={() => toggle(mark)}
          >
            <Shape mark={mark} silent />
          </button>
        ))}
        {(rules.length > 0 || unlisted !== null) && (
          <label class="rule-picker">
            <span class="only-read">Rule</span>
            <select
              value={chosen.rule ?? ''}
              onChange={({ currentTarget }) =>
                change({
                  filter: { ...chosen, rule: currentTarget.value === '' ? null : currentTarget.value },
                })
              }
            >
              <option value="">Any rule</option>
              {unlisted !== null && <option value={unlisted}>{unlisted}</option>}
              {rules.map(([id, rule]) => (
                <option key={id} value={id}>
                  {rule.title} ({count(rule.count)})
                </option>
              ))}
            </select>
          </label>
        )}
        <span class="spring" />
        {isFiltering(chosen) ? (
          <button type="button" class="button button-quiet" onClick={() => change({ filter: noFilter })}>
            {plural(shown, 'beat')}
            {soFar}, show all
          </button>
        ) : (
          <span class="quiet filter-note">newest first</span>
        )}
      </div>
    </div>
  )
}
