import type { Mark } from '../trace/columns.ts'

/** Words for the marks: what a reader hears and what the legend says. */
export const markWords: Record<Mark, string> = {
  green: 'Aligned',
  yellow: 'Doubtful',
  red: 'Violation',
  flatline: 'Flatline',
}

const paths: Record<Mark, string> = {
  green: 'M8 3.6a4.4 4.4 0 1 1 0 8.8a4.4 4.4 0 1 1 0-8.8z',
  yellow: 'M8 2.2L14.4 13.4H1.6z',
  red: 'M8 1L15 8L8 15L1 8z',
  flatline: 'M2 2h12v12H2z',
}

/** The mark of a beat as the trace draws it: a colour and a shape. */
export function Shape({ mark, silent = false }: { mark: Mark; silent?: boolean }) {
  const label = silent ? { 'aria-hidden': true } : { role: 'img' as const, 'aria-label': markWords[mark] }
  return (
    <svg class={`shape shape-${mark}`} viewBox="0 0 16 16" width="14" height="14" {...label}>
      <path d={paths[mark]} />
      {mark === 'flatline' && <path class="shape-cross" d="M5 5L11 11M11 5L5 11" />}
    </svg>
  )
}
