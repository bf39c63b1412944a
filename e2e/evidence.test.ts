import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { openBrowser } from './support/browser.ts'
import { currentRun } from './support/log.ts'
import { discard, startServer, type TestServer } from './support/server.ts'

let server: TestServer
let folder: string

beforeAll(async () => {
  server = await startServer()
  folder = await mkdtemp(`${tmpdir()}/custos-evidence-`)
  for (const response of ['Paris.', '你好', 'नमस्ते', 'مرحبا', '😀', '안녕하세요', 'שלום', 'สวัสดี']) {
    await fetch(`${server.url}/simulator/logs/`, {
      method: 'POST',
      headers: { ...server.keyAuth, 'Content-Type': 'application/json' },
      body: JSON.stringify({ prompt: 'Hello', response }),
    })
  }
})

afterAll(async () => {
  await discard(server)
  await rm(folder, { recursive: true })
})

async function get(path: string): Promise<Response> {
  const answer = await fetch(`${server.url}${path}`, { headers: server.userAuth })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return answer
}

/** `npm run verify`, by its exit code and what it says. */
function verify(...args: string[]): Promise<{ code: number; said: string }> {
  const { promise, resolve } = Promise.withResolvers<{ code: number; said: string }>()
  execFile(process.execPath, ['local/verify.ts', ...args], (error, said) => {
    resolve({ code: error === null ? 0 : Number(error.code), said })
  })
  return promise
}

describe('evidence from a real server', () => {
  it.each(['json', 'ndjson', 'csv', 'pdf'])('[X12] [X14] checks offline, as %s', async (format) => {
    const { id } = await currentRun(server)
    const manifest = await get(`/simulator/export/${id}/manifest/?format=${format}`).then((one) => one.text())
    const { download } = z.object({ download: z.string() }).parse(JSON.parse(manifest))
    const [file, keys] = await Promise.all([get(download), get('/.well-known/custos-keys.json')])
    const bytes = new Uint8Array(await file.arrayBuffer())
    await writeFile(`${folder}/manifest.json`, manifest)
    await writeFile(`${folder}/keys.json`, await keys.text())
    const args = [
      `${folder}/run.${format}`,
      '--manifest',
      `${folder}/manifest.json`,
      '--keys',
      `${folder}/keys.json`,
    ]
    await writeFile(`${folder}/run.${format}`, bytes)
    expect(await verify(...args)).toEqual({ code: 0, said: expect.stringContaining('(current)') })
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    await writeFile(`${folder}/run.${format}`, bytes)
    expect(await verify(...args)).toEqual({ code: 1, said: expect.stringContaining('another file') })
  })

  it('[X15] sets a PDF in the fonts that its texts need, from the static assets', async () => {
    const { id } = await currentRun(server)
    const pdf = await PDFDocument.load(await (await get(`/simulator/export/${id}/?format=pdf`)).arrayBuffer())
    const names = pdf.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? [object.lookup(PDFName.of('FontName'))] : []))
      .map(String)
      .join(' ')
    const families = ['SC', 'KR', 'Arabic', 'Hebrew', 'Thai', '-'].map((one) => `NotoSans${one}`)
    for (const family of [...families, 'NotoEmoji']) expect(names).toContain(family)
  })

  it('[X16] [X18] of a whole project checks offline, with its one manifest', async () => {
    const { project_id } = await currentRun(server)
    const manifest = await get(`/projects/${project_id}/export/manifest/?format=ndjson`).then((one) =>
      one.text(),
    )
    const { download } = z.object({ download: z.string() }).parse(JSON.parse(manifest))
    await writeFile(`${folder}/project.ndjson`, await get(download).then((one) => one.text()))
    await writeFile(`${folder}/manifest.json`, manifest)
    await writeFile(
      `${folder}/keys.json`,
      await get('/.well-known/custos-keys.json').then((one) => one.text()),
    )
    const args = ['--manifest', `${folder}/manifest.json`, '--keys', `${folder}/keys.json`]
    const { code, said } = await verify(`${folder}/project.ndjson`, ...args)
    expect([code, said]).toEqual([0, expect.stringContaining('Intact.')])
  })
})

describe('evidence in a browser', () => {
  it('[X10] [X12] is checked without sending anything, and opened as a file, read-only', async () => {
    const { id } = await currentRun(server)
    const text = await get(`/simulator/export/${id}/?format=ndjson`).then((one) => one.text())
    await writeFile(`${folder}/whole.ndjson`, text)
    await writeFile(`${folder}/altered.ndjson`, text.replace('"Paris."', '"Berlin"'))
    const browser = await openBrowser()
    try {
      const page = await browser.newPage()
      await page.goto(`${server.url}/verify`)
      await page.getByText('Drop an export here').waitFor()
      const sent: string[] = []
      page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`))
      const chosen = page.locator('input[type=file]').first()
      await chosen.setInputFiles(`${folder}/altered.ndjson`)
      await page.getByRole('heading', { name: 'Not intact' }).waitFor()
      expect(await page.locator('.found').textContent()).toContain('First at entry 1')
      await chosen.setInputFiles(`${folder}/whole.ndjson`)
      await page.getByRole('heading', { name: 'Intact', exact: true }).waitFor()
      await page.getByRole('button', { name: 'Open in the simulator' }).click()
      await page.getByText('From a file').waitFor()
      await page.getByText('שלום').first().click()
      await page.getByRole('complementary', { name: 'Beat 7' }).waitFor()
      expect(await page.getByRole('button', { name: /Pause|End|Export|Verdict is/ }).count()).toBe(0)
      // The page's own code and styles come as they are needed; of the file nothing goes out.
      expect(sent.filter((one) => !one.startsWith('GET /assets/'))).toEqual([])
    } finally {
      await browser.close()
    }
  })

  it('[X10] [X12] is not called altered when it is no export, or when its keys are not there yet', async () => {
    const { id } = await currentRun(server)
    const manifest = await get(`/simulator/export/${id}/manifest/?format=ndjson`).then((one) => one.text())
    const { download } = z.object({ download: z.string() }).parse(JSON.parse(manifest))
    await writeFile(`${folder}/signed.ndjson`, await get(download).then((one) => one.text()))
    await writeFile(`${folder}/signed.json`, manifest)
    await writeFile(`${folder}/package.json`, '{\n  "name": "anything"\n}\n')
    const browser = await openBrowser()
    try {
      const page = await browser.newPage()
      for (const path of ['/import', '/verify']) {
        await page.goto(`${server.url}${path}`)
        await page.locator('input[type=file]').first().setInputFiles(`${folder}/package.json`)
        await page.getByRole('heading', { name: 'Not checked' }).waitFor()
        expect(await page.locator('.found').textContent()).toContain('is no Custos export')
        expect(await page.getByRole('button', { name: 'Open in the simulator' }).count()).toBe(0)
      }
      await page.locator('input[type=file]').first().setInputFiles(`${folder}/signed.ndjson`)
      await page.getByRole('heading', { name: 'Intact', exact: true }).waitFor()
      await page.locator('input[type=file]').nth(1).setInputFiles(`${folder}/signed.json`)
      await page.getByRole('heading', { name: 'Intact in itself, signature not checked' }).waitFor()
      expect(await page.locator('.found .is-bad').count()).toBe(0)
      await page.getByRole('button', { name: 'Fetch the keys from this server' }).click()
      await page.getByRole('heading', { name: 'Intact', exact: true }).waitFor()
      expect(await page.locator('.found').textContent()).toContain('(current)')
    } finally {
      await browser.close()
    }
  })
})
