import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { call, postBeat } from '../../testing/call.ts'
import { seedKey } from '../../testing/seed.ts'

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

  it('[X15] of a range without entries is a whole document too', async () => {
    const { auth } = await seedKey()
    const { run_id } = await postBeat(auth, { response: 'a' })
    const start = new Date(Date.now() + 60_000).toISOString()
    const answer = await call('GET', `/simulator/export/${run_id}/?format=pdf&start=${start}`, auth)
    expect((await PDFDocument.load(await answer.arrayBuffer())).getPageCount()).toBe(2)
  })
})
