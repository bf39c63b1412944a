import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { parseLine, readExchanges } from './read-exchanges.ts'

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'custos-')), name)
  await writeFile(file, content)
  return file
}

async function read(file: string): Promise<unknown[]> {
  const all: unknown[] = []
  for await (const each of readExchanges(file)) all.push(each)
  return all
}

describe('parseLine', () => {
  it.each([
    ['{"prompt": "a", "response": "b", "label": true}', { line: 7, prompt: 'a', response: 'b' }],
    ['{"prompt": "a"}', { line: 7, prompt: 'a', response: null }],
    ['{"response": "", "prompt": null}', { line: 7, prompt: null, response: '' }],
    ['   ', null],
    ['{"prompt": "a"', { line: 7, problem: 'is not JSON' }],
    ['["a", "b"]', { line: 7, problem: 'is not an object' }],
    ['{"text": "a"}', { line: 7, problem: 'has neither prompt nor response' }],
    ['{"prompt": 3, "response": "b"}', { line: 7, problem: 'has a prompt that is neither text nor null' }],
    ['{"response": ["b"]}', { line: 7, problem: 'has a response that is neither text nor null' }],
    [null, { line: 7, problem: 'is longer than 16 MiB' }],
  ])('reads %j', (text, expected) => {
    expect(parseLine({ number: 7, text })).toEqual(expected)
  })
})

describe('readExchanges', () => {
  const lines = '\uFEFF{"prompt": "a"}\n\nnonsense\n{"response": "b"}'
  const exchanges = [
    { line: 1, prompt: 'a', response: null },
    { line: 3, problem: 'is not JSON' },
    { line: 4, prompt: null, response: 'b' },
  ]

  it('reads a file, and one that is gzipped whatever its name', async () => {
    expect(await read(await fileOf('day.jsonl', lines))).toEqual(exchanges)
    expect(await read(await fileOf('day.jsonl', gzipSync(lines)))).toEqual(exchanges)
    expect(await read(await fileOf('empty.jsonl', ''))).toEqual([])
  })

  it('fails on an archive that is cut, instead of ending early without a word', async () => {
    const whole = gzipSync(lines.repeat(1000))
    const file = await fileOf('cut.jsonl.gz', whole.subarray(0, whole.length - 20))
    await expect(read(file)).rejects.toThrow(/unexpected end of file/)
  })
})
