import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunksOf, sampleContents, writeExport } from './testing/write-export.ts'
import { verifyExport, type ExportCheck } from './verify-export.ts'

const encoder = new TextEncoder()
const check = (file: string | Uint8Array, size = 1000): Promise<ExportCheck> =>
  verifyExport(chunksOf(typeof file === 'string' ? encoder.encode(file) : file, size))
const seqOf = (answer: ExportCheck) => (answer.intact ? 'intact' : answer.seq)
const rejoin = (lines: string[]) => `${lines.join('\n')}\n`

describe.each(['ndjson', 'json'] as const)('the check of an export in %s', { timeout: 30_000 }, (format) => {
  const { file, lines } = writeExport({ format, contents: sampleContents() })

  it('[X10] finds a whole one intact, however it is cut into chunks', async () => {
    for (const size of [1, 7, 100_000]) {
      expect(await check(file, size)).toMatchObject({
        intact: true,
        format,
        wholeRun: true,
        firstSeq: 1,
        lastSeq: 7,
        count: 7,
        beats: 5,
        erased: 1,
        withheld: 1,
      })
    }
    const many = Array.from({ length: 60 }, () => sampleContents()).flat()
    expect(await check(writeExport({ format, contents: many }).file)).toMatchObject({
      intact: true,
      count: 420,
    })
  })

  it('[X2] [X10] checks a range from its first link, and an empty one', async () => {
    const range = writeExport({ format, contents: sampleContents(), first: 40 })
    expect(await check(range.file)).toMatchObject({
      intact: true,
      wholeRun: false,
      firstSeq: 40,
      lastSeq: 46,
    })
    expect(await check(writeExport({ format, contents: [] }).file)).toMatchObject({ intact: true, count: 0 })
  })

  it('[C4] [X10] finds every change of a single byte, and names the entry it is in', async () => {
    const bytes = encoder.encode(file)
    const lineOf = (at: number) => bytes.subarray(0, at).reduce((sum, byte) => sum + (byte === 10 ? 1 : 0), 0)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = bytes.slice()
        changed[at] = (bytes[at] ?? 0) ^ by
        const answer = await check(changed)
        const line = lineOf(at)
        // An LF lost or made joins or splits lines: the fault may then be seen in the next.
        const seqs = line > 0 && line <= 7 ? [line, line + 1] : [null, 1, 7, 8]
        expect(seqOf(answer)).toBeOneOf(seqs)
      }),
      { numRuns: 800 },
    )
  })

  it('[C4] [X10] finds every byte removed or added', async () => {
    const bytes = encoder.encode(file)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.option(fc.nat(255)), async (at, added) => {
        const more = added === null ? [] : [added]
        const changed = Uint8Array.from([
          ...bytes.subarray(0, at),
          ...more,
          ...bytes.subarray(added === null ? at + 1 : at),
        ])
        expect((await check(changed)).intact).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('[C4] [X10] finds every line removed, doubled or swapped, at the first seq that does not fit', async () => {
    for (let i = 1; i <= 7; i++) {
      const [row = ''] = lines.slice(i)
      expect(seqOf(await check(rejoin(lines.toSpliced(i, 1))))).toBe(i)
      expect(seqOf(await check(rejoin(lines.toSpliced(i, 0, row))))).toBeOneOf([i, i + 1])
      for (let j = i + 1; j <= 7; j++) {
        expect(seqOf(await check(rejoin(lines.with(i, lines[j] ?? '').with(j, row))))).toBe(i)
      }
    }
    for (const i of [0, 8]) expect((await check(rejoin(lines.toSpliced(i, 1)))).intact).toBe(false)
  })

  it('[C4] finds a row of another run, and one made up with a right commitment of its own', async () => {
    const other = writeExport({ format, contents: sampleContents().toReversed() })
    for (let i = 1; i <= 7; i++) {
      const mixed = await check(rejoin(lines.with(i, other.lines[i] ?? '')))
      expect(mixed.intact).toBe(lines[i] === other.lines[i])
    }
  })

  it('[X3] says of a file that was cut anywhere that it is not whole', async () => {
    const bytes = encoder.encode(file)
    for (let at = 0; at < bytes.length; at += 5) {
      expect((await check(bytes.subarray(0, at))).intact).toBe(false)
    }
  })

  it('[X10] is not fooled by a closing that was counted again, when the run is there in whole', async () => {
    const short = writeExport({ format, contents: sampleContents().slice(0, 5) })
    const opening = lines[0] ?? ''
    const closing = (short.lines.at(-1) ?? '').replace(
      /"about_sha256":"\w+"/,
      /"about_sha256":"\w+"/.exec(file)?.[0] ?? '',
    )
    expect(await check(rejoin([opening, ...short.lines.slice(1, -1), closing]))).toMatchObject({
      intact: false,
      seq: 6,
      reason: 'The run had 7 entries, and 5 are here.',
    })
  })
})

describe('[X10] what does not begin as an export', () => {
  const { file, lines } = writeExport({ format: 'json', contents: sampleContents() })
  const parsed = JSON.parse(file) as Record<string, unknown>
  const sorted = Object.fromEntries(Object.entries(parsed).toSorted(([a], [b]) => (a < b ? -1 : 1)))

  it.each([
    ['an empty file', ''],
    ['an empty line', '\n'],
    ['an object', '{}\n'],
    ['a list', '[]\n'],
    ['a table', 'timestamp,score\n'],
    ['an object after a byte order mark', '\u{feff}{}\n'],
    ['a package.json', '{\n  "name": "anything",\n  "version": "1.0.0"\n}\n'],
    ['a text without a line’s end', 'Dear all'],
    ['what gzip makes', gzipSync(file)],
    ['a manifest', '{"manifest":{"custos_manifest":1}}\n'],
  ])('is not called altered: %s', async (_, text) => {
    expect(await check(text)).toMatchObject({ intact: false, line: 1, noExport: 'foreign' })
  })

  it.each([
    ['indented', JSON.stringify(parsed, null, 2)],
    ['indented, with its members sorted', JSON.stringify(sorted, null, '\t')],
    ['with a byte order mark', `\u{feff}${file}`],
    ['line by line in a list', JSON.stringify([JSON.parse(`${lines[0]}]}`)], null, 2)],
  ])('is told as written anew when it is %s', async (_, text) => {
    for (const size of [1, 1000]) {
      expect(await check(text, size)).toMatchObject({ intact: false, noExport: 'rewritten' })
    }
  })

  it.each([
    ['an opening that says nothing', '{"custos_export":1}\n'],
    ['an opening that was cut', '{"custos_export":1,"run"'],
    ['a first byte that was changed', `x${file.slice(1)}`],
    ['another version', file.replace('"custos_export":1', '"custos_export":2')],
    ['a run of another name', file.replace('run_test', 'run_Test')],
    ['blanks in the opening', file.replace(':1,', ': 1, ')],
    ['all on one line', `${JSON.stringify(parsed)}\n`],
  ])('is not said of %s: that is not intact', async (_, text) => {
    expect(await check(text)).toMatchObject({ intact: false, noExport: null })
  })
})
