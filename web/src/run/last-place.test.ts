import { describe, expect, it } from 'vitest'
import { forgetPlaces, placeBefore, rememberPlace } from './last-place.ts'

function storage(kept: Record<string, string> = {}) {
  return {
    getItem: (name: string) => kept[name] ?? null,
    setItem: (name: string, value: string) => void (kept[name] = value),
    removeItem: (name: string) => void Reflect.deleteProperty(kept, name),
  }
}

describe('the last place in a run', () => {
  it('comes back, each run its own, until it is forgotten', () => {
    const store = storage()
    rememberPlace(store, 'run_1', { beat: '42' })
    rememberPlace(store, 'run_2', { span: 'all' })
    rememberPlace(store, 'run_1', { from: '1', to: '2' })
    expect(placeBefore(store, 'run_1')).toEqual({ from: '1', to: '2' })
    expect(placeBefore(store, 'run_2')).toEqual({ span: 'all' })
    rememberPlace(store, 'run_2', {})
    expect(placeBefore(store, 'run_2')).toBeNull()
    forgetPlaces(store)
    expect(placeBefore(store, 'run_1')).toBeNull()
  })

  it('is kept of the last fifty runs', () => {
    const store = storage()
    for (let run = 0; run < 60; run += 1) rememberPlace(store, `run_${run}`, { beat: '1' })
    expect([placeBefore(store, 'run_9'), placeBefore(store, 'run_10')]).toEqual([null, { beat: '1' }])
  })

  it.each(['not json', '{}', '[1, ["run_1"], ["run_1", {"beat": 1}]]'])(
    'is none in a store that holds %s',
    (text) => {
      expect(placeBefore(storage({ 'custos.places': text }), 'run_1')).toBeNull()
    },
  )

  it('does without a browser that keeps nothing', () => {
    const full = {
      ...storage(),
      setItem: () => {
        throw new Error('full')
      },
    }
    rememberPlace(full, 'run_1', { beat: '42' })
    expect(placeBefore(full, 'run_1')).toBeNull()
  })
})
