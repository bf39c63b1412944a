import { genesisHash } from '../../durable-objects/chain.ts'
import { closingText } from '../../evidence/closing.ts'
import { sha256Hex } from '../../evidence/digest.ts'
import type { Run, RunPart } from '../../protocol/index.ts'
import type { IsoRange } from './export-request.ts'
import type { Stretch } from './stretch.ts'
import { Tally } from './tally.ts'

/** A run's part in an export: all of the file, or one of several. */
export interface Segment {
  run: Run | RunPart
  range: IsoRange
  stretch: Stretch | null
  /** The database that holds its entries. [R14] */
  log: D1Database
  /** Complete once the segment is written. */
  tally: Tally
}

export function newSegment(
  run: Run | RunPart,
  range: IsoRange,
  stretch: Stretch | null,
  log: D1Database,
): Segment {
  return { run, range, stretch, log, tally: new Tally() }
}

/** The opening of a segment. [X3] */
export function openingText({ run, range, stretch }: Segment): string {
  return JSON.stringify({
    custos_export: 1,
    run,
    range,
    genesis: genesisHash(run.id),
    first_link: stretch?.firstLink ?? null,
  })
}

/** The closing of a segment that is written. [X3] */
export async function closingOf(segment: Segment): Promise<string> {
  const { count, beats, head } = segment.tally
  return closingText({ count, beats, head, about_sha256: await sha256Hex(openingText(segment)) })
}
