import { env } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { pinnedLog, type LogDatabases } from './log-databases.ts'
import { newRunLogs } from './new-run-logs.ts'

const databases = { LOG_1: env.DB, LOG_2: env.DB }
/** Settings over two databases, as wrangler.toml would bind them. */
const set = (NEW_RUN_LOGS?: string): LogDatabases => ({
  DB: env.DB,
  ...databases,
  ...(NEW_RUN_LOGS !== undefined && { NEW_RUN_LOGS }),
})

describe('[R14] NEW_RUN_LOGS', () => {
  it.each([
    [undefined, [0]],
    ['', [0]],
    ['0', [0]],
    ['1,2', [1, 2]],
    [' 0, 2 ', [0, 2]],
  ])('%j names the databases %j', (text, numbers) => {
    expect(newRunLogs(set(text))).toEqual(numbers)
  })

  it.each(['one', '1,', '1;2', '-1', '1.5', '01', '1e3', '1,two'])('%j is refused by name', (text) => {
    expect(() => newRunLogs(set(text))).toThrow(/^NEW_RUN_LOGS is no list of numbers/)
  })

  it('is refused where a database is not bound, before a run begins that would go nowhere', () => {
    expect(() => newRunLogs(set('1,3'))).toThrow(/^NEW_RUN_LOGS names a database that is not bound/)
    expect(() => pinnedLog(set('1,3'), 'run_a')).toThrow('NEW_RUN_LOGS')
  })

  it('spreads runs over all of them, and each run always to the same', () => {
    const runs = Array.from({ length: 50 }, (_, i) => `run_${i}`)
    const pinned = runs.map((run) => pinnedLog(set('1,2'), run))
    expect(new Set(pinned)).toEqual(new Set([1, 2]))
    expect(runs.map((run) => pinnedLog(set('1,2'), run))).toEqual(pinned)
  })
})
