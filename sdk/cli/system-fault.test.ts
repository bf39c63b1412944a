import { mkdtemp, open, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { systemFault } from './system-fault.ts'

/** What is said of what a call throws. */
const said = async (run: () => unknown): Promise<string | null> => {
  try {
    await run()
  } catch (error) {
    return systemFault(error)
  }
  throw new Error('Nothing was thrown.')
}

describe('what the system throws', () => {
  it('is said as what happened and what to do', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'custos-'))
    const file = join(folder, 'day.jsonl')
    await writeFile(file, 'x')
    expect(await said(() => readFile(`${file}.gz`))).toBe(
      `${file}.gz is not there. Check its name, and the folder that you are in.`,
    )
    expect(await said(() => readFile(folder))).toBe('That is a folder. Name a file in it.')
    expect(await said(() => open(join(file, 'inner'), 'r'))).toContain('a part of its path is a file')
    expect(await said(() => gunzipSync('no archive'))).toContain('The archive is cut or damaged')
    const denied = Object.assign(new Error('denied'), { code: 'EACCES', path: file })
    expect(systemFault(denied)).toBe(`${file} may not be opened by you. Ask for the right to.`)
  })

  it('is left alone where it is no error of the system', () => {
    expect(systemFault(new TypeError('x is undefined'))).toBeNull()
    expect(systemFault('ENOENT')).toBeNull()
  })
})
