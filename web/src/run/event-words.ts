import type { SystemEntry } from '../../../protocol/entry.ts'

/** Events that get a line across the trace; the others show in it by themselves. */
export const eventWords: Record<SystemEntry['event'], string | null> = {
  paused: 'paused',
  resumed: 'resumed',
  ended: 'ended',
  warning: 'warning',
  recovered: 'recovered',
  misaligned: null,
  halted: 'halted',
  unhalted: 'released',
  superseded: null,
}
