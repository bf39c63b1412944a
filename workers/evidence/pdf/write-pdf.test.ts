import { inflateSync } from 'node:zlib'
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { call, postBeat } from '../../testing/call.ts'
import { seedKey } from '../../testing/seed.ts'

interface Line {
  text: string
  y: number
}

/** What stands on each page, as far as it is set in one of the standard fonts. */
function linesOf(pdf: PDFDocument): Line[][] {
  return pdf.getPages().map(({ node }) => {
    const contents = node.Contents()
    const streams = contents instanceof PDFArray ? contents.asArray() : [contents]
    const operators = streams.map((one) => {
      const stream = pdf.context.lookup(one)
      if (!(stream instanceof PDFRawStream)) return ''
      const bytes = stream.getContents()
      return new TextDecoder().decode(stream.dict.has(PDFName.of('Filter')) ? inflateSync(bytes) : bytes)
    })
    const shown = operators.join('').matchAll(/1 0 0 1 [\d.-]+ ([\d.-]+) Tm <([0-9A-F]*)> Tj/gu)
    return Array.from(shown, ([, y, hex = '']) => ({ y: Number(y), text: fromHex(hex) }))
  })
}

function fromHex(hex: string): string {
  return hex.replaceAll(/../gu, (code) => String.fromCharCode(Number.parseInt(code, 16)))
}

describe('a PDF export', { timeout: 30_000 }, () => {
  it('[X15] opens, is described and bookmarked, and shows what no font has as code points', async () => {
    const { auth } = await seedKey()
    await postBeat(auth, { prompt: 'Hello', response: 'नमस्ते 你好 \u0007' })
    const { run_id } = await postBeat(auth, {
      prompt: 'What is the key?',
      response: 'It is AKIAIOSFODNN7EXAMPLE, and -----BEGIN RSA PRIVATE KEY-----\nabc',
      color: 'red',
    })
    const answer = await call('GET', `/simulator/export/${run_id}/?format=pdf`, auth)
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/pdf'])
    const pdf = await PDFDocument.load(await answer.arrayBuffer(), { updateMetadata: false })
    expect(pdf.getTitle()).toContain('Evidence report')
    expect(pdf.getCreator()).toBe('Custos')
    const outlines = pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict)
    const titles: string[] = []
    for (let item = outlines.lookupMaybe(PDFName.of('First'), PDFDict); item;) {
      titles.push(item.lookup(PDFName.of('Title'), PDFHexString).decodeText())
      expect(item.lookup(PDFName.of('Dest'), PDFArray).size()).toBe(5)
      item = item.lookupMaybe(PDFName.of('Next'), PDFDict)
    }
    expect(titles).toEqual([
      'Cover',
      'Trace',
      'Findings by severity',
      'Findings by rule',
      'Status history',
      'Incidents',
      'Beats',
    ])
    expect(pdf.getPageCount()).toBeGreaterThanOrEqual(4)
  })

  it('[X15] shows an incident of many pages whole, and says on each page of which entry it is', async () => {
    const { auth } = await seedKey()
    const asked = Array.from({ length: 90 }, (_, i) => `Question ${i + 1}`)
    const answered = Array.from({ length: 170 }, (_, i) => `Answer ${i + 1}`)
    await postBeat(auth, { prompt: 'Hello', response: 'Hello.' })
    const { run_id, content_commitment } = await postBeat(auth, {
      prompt: asked.join('\n'),
      response: answered.join('\n'),
      status: 'red',
      violations: ['Off its brief'],
    })
    await postBeat(auth, { prompt: 'And then?', response: 'Nothing.', status: 'red' })
    const answer = await call('GET', `/simulator/export/${run_id}/?format=pdf`, auth)
    const pages = linesOf(await PDFDocument.load(await answer.arrayBuffer()))
    const has = (text: string) =>
      pages.flatMap((lines, i) => (lines.some((one) => one.text === text) ? i : []))
    const [first = 0] = has('Entry 2')
    const [last = 0] = has(`commitment ${content_commitment}`)
    expect(last - first).toBeGreaterThanOrEqual(4)
    // On every page between, at its top, and on no other.
    expect(has('Entry 2, continued')).toEqual(Array.from({ length: last - first }, (_, i) => first + 1 + i))
    for (const page of has('Entry 2, continued')) expect(pages[page]?.[0]?.text).toBe('Entry 2, continued')
    const shown = pages.slice(first, last + 1).flat()
    expect(shown.filter(({ text }) => /^(Question|Answer) \d/u.test(text)).map(({ text }) => text)).toEqual([
      ...asked,
      ...answered,
    ])
    expect(has('Reported by the client: Off its brief')).toEqual([first])
    // Nothing runs into the foot, which is the last line of each page but for the number of the page.
    for (const lines of pages.slice(first, last + 1)) {
      expect(lines.filter(({ y }) => y < 50).map(({ text }) => text)).toHaveLength(2)
    }
  })

  it('[X15] [B15] counts in its summary what clients alone have named, within bounds', async () => {
    const { auth } = await seedKey()
    const fine = { prompt: 'What is two and two?', response: 'Four.' }
    await postBeat(auth, { ...fine, violations: ['Off its brief'] })
    const many = Array.from({ length: 60 }, (_, i) => `Named ${i}`)
    const { run_id } = await postBeat(auth, { ...fine, violations: ['Off its brief', ...many] })
    const answer = await call('GET', `/simulator/export/${run_id}/?format=pdf`, auth)
    const pages = linesOf(await PDFDocument.load(await answer.arrayBuffer()))
    const texts = pages.flat().map(({ text }) => text)
    const summary = texts.slice(
      texts.indexOf('Reported by the client alone'),
      texts.indexOf('Status history'),
    )
    // A value stands before its name.
    expect(summary.slice(1, 3)).toEqual(['2 beats', 'Off its brief'])
    expect(summary.filter((text) => text.startsWith('Named'))).toHaveLength(49)
    expect(summary.at(-1)).toContain('There are others')
  })

  it('[X15] of a range without entries is a whole document too', async () => {
    const { auth } = await seedKey()
    const { run_id } = await postBeat(auth, { response: 'a' })
    const start = new Date(Date.now() + 60_000).toISOString()
    const answer = await call('GET', `/simulator/export/${run_id}/?format=pdf&start=${start}`, auth)
    expect((await PDFDocument.load(await answer.arrayBuffer())).getPageCount()).toBe(2)
  })
})
