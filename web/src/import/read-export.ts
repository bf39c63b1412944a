import { verifyExport, type ExportCheck } from '../../../evidence/verify-export.ts'
import { readBytes } from '../verify/read-bytes.ts'

/** A run in a file: what its opening says of it, and where its entries are. */
export interface FoundRun {
  about: Record<string, unknown>
  /** `seq` of its first entry; the others follow without gaps. */
  firstSeq: number
  /** First byte of each entry's line, and after the last of them where that ends. */
  offsets: number[]
  format: 'json' | 'ndjson'
}

export interface ReadExport {
  check: ExportCheck
  /** What could be read, also of a file that is broken further on. */
  runs: FoundRun[]
}

/** Checks a file and notes where its runs are, so that their entries can be read when they are looked at. */
export async function readExport(file: Blob, onProgress?: (bytes: number) => void): Promise<ReadExport> {
  const runs: FoundRun[] = []
  const check = await verifyExport(readBytes(file, onProgress), {
    opening: ({ run: about, format }) => runs.push({ about, firstSeq: 1, offsets: [], format }),
    entry: ({ seq }, { from, to }) => {
      const run = runs.at(-1)
      if (!run) return
      if (run.offsets.length === 0) run.firstSeq = Number(seq)
      else run.offsets.pop()
      // The next line begins after this one's LF.
      run.offsets.push(from, to + 1)
    },
  })
  return { check, runs }
}

/** How many entries of a run are in the file. */
export function entriesIn({ offsets }: FoundRun): number {
  return Math.max(0, offsets.length - 1)
}

/** The lines of entries `first` up to but without `end`, counted from 0, without JSON's commas. */
export async function linesOf(file: Blob, run: FoundRun, first: number, end: number): Promise<string[]> {
  const [from, to] = [run.offsets[first], run.offsets[end]]
  if (from === undefined || to === undefined || first >= end) return []
  const lines = (await file.slice(from, to - 1).text()).split('\n')
  return run.format === 'json' ? lines.map((line) => line.replace(/,$/, '')) : lines
}
