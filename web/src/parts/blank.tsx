import type { ComponentChildren } from 'preact'

interface BlankProps {
  title: string
  children?: ComponentChildren
  /** Shown as a calm line, a flat one, or one that is being drawn. */
  line?: 'calm' | 'flat' | 'busy'
}

const paths = {
  calm: 'M0 40h70l8-6 8 6h14l6 8 12-42 12 50 8-16h14l10-8 10 8h98',
  flat: 'M0 40h270',
  busy: 'M0 40h70l8-6 8 6h14l6 8 12-42 12 50 8-16h14l10-8 10 8h98',
}

/** A whole page that has nothing to list: says why and what to do next. */
export function Blank({ title, children, line = 'flat' }: BlankProps) {
  return (
    <section class={`blank blank-${line}`}>
      <svg class="blank-line" viewBox="0 0 270 64" width="270" height="64" aria-hidden="true">
        <path d={paths[line]} pathLength={1} />
      </svg>
      <h1>{title}</h1>
      {children}
    </section>
  )
}
