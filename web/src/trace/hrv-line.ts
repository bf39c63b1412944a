import type { BeatColumns } from './columns.ts'
import { isAfterSilence } from './silence.ts'

/**
 * The line of the HRV through the chosen beats, broken where there is none and after a silence.
 *
 * @param rows rows of `columns`, ascending
 * @param limitS beats further apart are not joined; seconds
 */
export function hrvLine(columns: BeatColumns, rows: readonly number[], limitS: number) {
  const x: number[] = []
  const y: (number | null)[] = []
  for (const row of rows) {
    const at = columns.time[row] ?? 0
    if (isAfterSilence(columns, row, limitS)) {
      x.push(at)
      y.push(null)
    }
    const value = columns.hrv[row] ?? Number.NaN
    x.push(at)
    y.push(Number.isNaN(value) ? null : value)
  }
  return { x, y }
}
