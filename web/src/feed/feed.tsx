import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { plural } from '../app/format.ts'
import { selectedBeat } from '../run/run-place.ts'
import type { RunStore } from '../run/run-store.ts'
import { FeedItem } from './feed-item.tsx'
import { NoRow } from './no-row.tsx'
import { Older } from './older.tsx'
import { placeOf, useFiltered } from './use-filtered.ts'

/** Height of a row in CSS pixels; the stylesheet has the same. */
const ROW = 64
/** Rows drawn beyond either edge. */
const SPARE = 6

/** The entries of a run, newest first; only those on screen are in the document. */
export function Feed({ store, onSelect }: { store: RunStore; onSelect: (seq: number) => void }) {
  const listing = useFiltered(store)
  const { length: total, rows: listed } = listing
  const scroller = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(600)
  const before = useRef({ count: listed.length, listed })

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const observer = new ResizeObserver(() => setHeight(element.clientHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  useLayoutEffect(() => {
    const element = scroller.current
    const grown = listed.length - before.current.count
    // Somebody who reads further down keeps the row under their eyes when new ones come in above.
    if (element && grown > 0 && listed === before.current.listed && top > ROW / 2)
      element.scrollTop += grown * ROW
    before.current = { count: listed.length, listed }
  }, [listed.length, listed])

  useLayoutEffect(() => {
    const element = scroller.current
    const selected = selectedBeat.value
    if (!element || selected === null) return
    const place = placeOf(listing, selected)
    if (place === -1) return
    const y = place * ROW
    if (y < element.scrollTop) element.scrollTop = y
    else if (y + ROW > element.scrollTop + element.clientHeight)
      element.scrollTop = y + ROW - element.clientHeight
  }, [selectedBeat.value])

  if (total === 0) {
    return (
      <div class="feed">
        <NoRow store={store} search={listing.search} />
        <Older store={store} listing={listing} />
      </div>
    )
  }
  const first = Math.max(0, Math.floor(top / ROW) - SPARE)
  const last = Math.min(total, Math.ceil((top + height) / ROW) + SPARE)
  const rows = []
  for (let place = first; place < last; place += 1) {
    const row = listing.at(place)
    if (!row) continue
    rows.push(
      <li key={row.seq} class="feed-place" style={{ transform: `translateY(${place * ROW}px)` }}>
        <FeedItem row={row} selected={row.seq === selectedBeat.value} onSelect={onSelect} />
      </li>,
    )
  }
  return (
    <div
      ref={scroller}
      class="feed"
      tabIndex={-1}
      onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
    >
      <ol
        class="feed-rows"
        style={{ height: `${total * ROW}px` }}
        aria-label={plural(total, 'entry', 'entries')}
      >
        {rows}
      </ol>
      <Older store={store} listing={listing} />
    </div>
  )
}
