import type { ProjectSettings } from '../../../protocol/run.ts'
import type { BeatColumns } from './columns.ts'
import type { RunEvent } from './draw-ground.ts'
import type { FlatStretch } from './line.ts'
import type { Theme } from './theme.ts'
import type { Stretch } from './view.ts'

/** All that the chart draws. */
export interface Picture {
  columns: BeatColumns
  flat: readonly FlatStretch[]
  /** Instants in seconds, ascending. */
  heartbeats: readonly number[]
  events: readonly RunEvent[]
  stretch: Stretch
  /** Last sign of life in seconds: as far as an open flatline reaches. */
  untilS: number
  /** `seq` of the beat in the drawer, or null. */
  selected: number | null
  settings: Pick<ProjectSettings, 'green_from' | 'yellow_from' | 'warn_hrv_above'>
  theme: Theme
}

/** Scores from 0 to 1, with room for the marks at both ends. */
export const SCORES = { min: -0.07, max: 1.05 }
/** Room of the value axis at the left of the plot, in CSS pixels. */
export const AXIS_WIDTH = 44
/** Room above the trace, in CSS pixels. */
export const PLOT_TOP = 10
/** Room at the right of the plot, in CSS pixels: half of the widest time may stand there. */
export const PLOT_RIGHT = 28
/** Size of the words at the axes, in CSS pixels. */
export const LABEL_SIZE = 11
