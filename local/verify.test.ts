import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, expect, it } from 'vitest'
import { sampleContents, writeExport } from '../evidence/testing/write-export.ts'

const folder = mkdtempSync(`${tmpdir()}/custos-verify-`)
afterAll(() => rmSync(folder, { recursive: true }))

function verify(text: string, ...more: string[]) {
  writeFileSync(`${folder}/run.ndjson`, text)
  const args = ['local/verify.ts', `${folder}/run.ndjson`, ...more]
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  return { status, stdout }
}

it('[X10] says of a file that it is intact, or where it first is not', () => {
  const { file, lines } = writeExport({ format: 'ndjson', contents: sampleContents() })
  const whole = verify(file)
  expect(whole).toEqual({ status: 0, stdout: expect.stringContaining('7 entries, 1 to 7, 5 of them beats') })
  expect(verify(file, '--head', 'a'.repeat(64)).status).toBe(1)
  expect(verify(`${lines.with(2, (lines[2] ?? '').replace('quoted', 'Quoted')).join('\n')}\n`)).toEqual({
    status: 1,
    stdout: expect.stringMatching(
      /First at entry 2, line 3, of \w+: Its texts are not those that were committed to\./,
    ),
  })
  expect(verify(file, '--manifest', `${folder}/none.json`).status).toBe(2)
})
