import type { BlockNotes } from './count-blocks.ts'

/** A beat that is not green: `seq`, time in ms, mark, score. */
export type NotedBeat = [seq: number, at: number, mark: 'y' | 'r' | 'f', score: number]
type NotedEvent = [seq: number, at: number, kind: 's', event: string]
type NotedAmendment = [seq: number, at: number, kind: 'a', beatSeq: number]
type Note = NotedBeat | NotedEvent | NotedAmendment

/** What is told one by one of a long run. */
export interface Notes {
  beats: NotedBeat[]
  /** Beats that are not green and found no room. */
  leftOut: number
  events: NotedEvent[]
  amendments: NotedAmendment[]
}

/** The worst have room first. */
const byUrgency = ['f', 'r', 'y'] as const

/**
 * Reads the notes of blocks for a stretch of `seq`. Where there are more beats than there is room for, those that
 * flatlined come first, then the red, and within a colour the newest: the older are in the counts of their blocks.
 *
 * @param blocks notes of the blocks as JSON
 * @param most beats, events and amendments, each
 */
export function pickNotes(blocks: readonly BlockNotes[], first: number, last: number, most: number): Notes {
  const beats: NotedBeat[] = []
  const events: NotedEvent[] = []
  const amendments: NotedAmendment[] = []
  let leftOut = 0
  for (const { notes, notable } of blocks) {
    if (notes === null) {
      leftOut += notable
      continue
    }
    // Written by `count-blocks.ts` alone.
    for (const note of JSON.parse(notes) as Note[]) {
      if (note[0] < first || note[0] > last) continue
      if (note[2] === 's') events.push(note)
      else if (note[2] === 'a') amendments.push(note)
      else beats.push(note)
    }
  }
  for (const list of [beats, events, amendments]) list.sort(([a], [b]) => a - b)
  const kept: NotedBeat[] = []
  for (const kind of byUrgency) {
    const room = most - kept.length
    if (room > 0) kept.push(...beats.filter(([, , mark]) => mark === kind).slice(-room))
  }
  return {
    beats: kept.toSorted(([a], [b]) => a - b),
    leftOut: leftOut + beats.length - kept.length,
    events: events.slice(-most),
    amendments: amendments.slice(-most),
  }
}
