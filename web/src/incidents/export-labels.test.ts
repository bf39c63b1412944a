import { describe, expect, it } from 'vitest'
import { exportLabels } from './export-labels.ts'

async function exported(path: string) {
  const saved: Blob[] = []
  const result = await exportLabels(path, (file) => void saved.push(file))
  return { result, texts: await Promise.all(saved.map((file) => file.text())) }
}

describe('labels to be exported', () => {
  it('[T4] are saved as they came', async () => {
    const line = '{"task":"refusal","label":true}\n'
    const path = `data:application/x-ndjson,${encodeURIComponent(line)}`
    expect(await exported(path)).toEqual({ result: { is: 'saved' }, texts: [line] })
  })

  it('are no file where nothing is labelled', async () => {
    expect(await exported('data:application/x-ndjson,')).toEqual({ result: { is: 'empty' }, texts: [] })
  })

  it('are no file where no answer comes', async () => {
    expect(await exported('http://127.0.0.1:1/')).toMatchObject({
      result: { is: 'failed', problem: { code: 'unreachable' } },
      texts: [],
    })
  })
})
