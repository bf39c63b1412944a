import { markWords, Shape } from '../parts/shape.tsx'
import { marks } from './columns.ts'

/** What the marks mean. */
export function Legend() {
  return (
    <ul class="legend" aria-label="Marks">
      {marks.map((mark) => (
        <li key={mark}>
          <Shape mark={mark} silent />
          {markWords[mark]}
        </li>
      ))}
      <li>
        <span class="tick" aria-hidden="true" />
        Heartbeat
      </li>
    </ul>
  )
}
