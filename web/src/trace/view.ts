/**
 * Which stretch of a run is on screen: the newest `spanS` seconds as they come (`null`: all of it), or a fixed
 * stretch in seconds since 1970.
 */
export type View = { follow: true; spanS: number | null } | { follow: false; from: number; to: number }

export interface Stretch {
  from: number
  to: number
}

/** The narrowest stretch that can be looked at, in seconds. */
const NARROWEST_S = 0.05
/** An empty or very short run still gets this much room, in seconds. */
const SHORTEST_S = 20

/**
 * The stretch that a view shows.
 *
 * @param run first beat and last sign of life of the run, in seconds
 */
export function stretchOf(view: View, run: Stretch): Stretch {
  if (!view.follow) return { from: view.from, to: view.to }
  const length = Math.max(run.to - run.from, SHORTEST_S)
  const span = Math.min(view.spanS ?? Infinity, length)
  const room = span * 0.03
  return { from: run.to - span - (span === length ? room : 0), to: run.to + room }
}

/**
 * Zooms by a factor around an instant that stays where it is.
 *
 * @param factor below 1 zooms in
 */
export function zoom({ from, to }: Stretch, around: number, factor: number, run: Stretch): View {
  const length = Math.max(to - from, 1e-9)
  const wanted = Math.max(NARROWEST_S, length * factor)
  if (wanted >= Math.max(run.to - run.from, SHORTEST_S) * 1.06) return { follow: true, spanS: null }
  const share = (around - from) / length
  return within({ from: around - wanted * share, to: around + wanted * (1 - share) }, run)
}

/** Moves a stretch by `byS` seconds, as far as the run reaches. */
export function pan({ from, to }: Stretch, byS: number, run: Stretch): View {
  return within({ from: from + byS, to: to + byS }, run)
}

/** A fixed view of the stretch, kept over the run: at least its middle shows some of it. */
function within({ from, to }: Stretch, run: Stretch): View {
  const middle = (from + to) / 2
  const shift = middle < run.from ? run.from - middle : middle > run.to ? run.to - middle : 0
  return { follow: false, from: from + shift, to: to + shift }
}

/** Lengths of a first view in seconds, so that it does not creep while time goes on. */
const FIRST_SPANS_S = [180, 600, 3600]

/**
 * What is shown of a run before anybody chose: three minutes of one that goes on, or as much more as it takes to
 * see what it is in trouble for and its last beats; all of one that has ended.
 *
 * @param matters the instant in seconds that must be on screen, or null
 */
export function firstView(ended: boolean, run: Stretch, matters: number | null): View {
  if (ended) return { follow: true, spanS: null }
  const needed = (run.to - (matters ?? run.to)) * 1.1
  return { follow: true, spanS: FIRST_SPANS_S.find((span) => span >= needed) ?? null }
}

/** The view moved, if need be, so that an instant is on screen. */
export function reveal(view: View, at: number, run: Stretch): View {
  const { from, to } = stretchOf(view, run)
  if (at >= from && at <= to) return view
  const half = (to - from) / 2
  return { follow: false, from: at - half, to: at + half }
}
