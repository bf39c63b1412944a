import { assertNever } from '../app/assert-never.ts'
import { clockTime, score } from '../app/format.ts'
import { Icon } from '../parts/icon.tsx'
import { Shape } from '../parts/shape.tsx'
import type { AmendmentRow, BeatRow, FeedRow, SystemRow } from './feed-row.ts'

const happened: Record<SystemRow['event'], string> = {
  paused: 'Run paused',
  resumed: 'Run resumed',
  ended: 'Run ended',
  warning: 'Warning: average or HRV crossed its threshold',
  recovered: 'Recovered',
  misaligned: 'Run is misaligned',
  halted: 'Key halted',
  unhalted: 'Key released',
  superseded: 'A new run followed',
}

const amended: Record<AmendmentRow['amendment'], string> = {
  action: 'Action taken on beat',
  probe: 'Probe answered for beat',
  judgement: 'Second judgement of beat',
  label: 'A person judged beat',
  note: 'Note on beat',
}

interface FeedItemProps {
  row: FeedRow
  selected: boolean
  onSelect: (seq: number) => void
}

/** One row of the feed. The texts in it are a stranger's: they are only ever text. */
export function FeedItem({ row, selected, onSelect }: FeedItemProps) {
  switch (row.type) {
    case 'beat':
      return <BeatItem row={row} selected={selected} onSelect={onSelect} />
    case 'system':
      return (
        <div class={`feed-event feed-event-${row.event}`}>
          <Icon name="pulse" />
          <span>
            {happened[row.event]}
            {row.actor === 'user' && ' by an operator'}
          </span>
          <time>{clockTime(row.timeMs)}</time>
        </div>
      )
    case 'amendment':
      return (
        <button type="button" class="feed-event" onClick={() => onSelect(row.beatSeq)}>
          <Icon name="link" />
          <span>
            {amended[row.amendment]} {row.beatSeq}
          </span>
          <time>{clockTime(row.timeMs)}</time>
        </button>
      )
    default:
      return assertNever(row)
  }
}

/** Why a beat's texts are not here. */
function absentWords({ absent }: BeatRow): string | null {
  return absent && `texts ${absent}`
}

function BeatItem({
  row,
  selected,
  onSelect,
}: {
  row: BeatRow
  selected: boolean
  onSelect: (seq: number) => void
}) {
  const more = row.titles.length - 1
  return (
    <button
      type="button"
      class={`feed-item mark-${row.mark}`}
      aria-current={selected ? 'true' : undefined}
      onClick={() => onSelect(row.seq)}
    >
      <span class="feed-mark">
        <Shape mark={row.mark} />
      </span>
      <span class="feed-score">{score(row.score)}</span>
      <span class="feed-text">
        <span class="feed-line">
          {row.titles.length > 0 ? (
            <>
              <strong>{row.titles[0]}</strong>
              {more > 0 && <span class="quiet"> and {more} more</span>}
            </>
          ) : (
            <bdi>{row.prompt || <span class="quiet">{absentWords(row) ?? 'no prompt'}</span>}</bdi>
          )}
        </span>
        <span class="feed-line quiet">
          {row.refused && <span class="tag">refused</span>}
          <bdi>
            {row.titles.length > 0
              ? row.prompt || (absentWords(row) ?? 'empty')
              : row.response || (row.absent === null && 'empty')}
          </bdi>
        </span>
      </span>
      <span class="feed-when">
        <time>{clockTime(row.timeMs)}</time>
        <span class="quiet">#{row.seq}</span>
      </span>
    </button>
  )
}
