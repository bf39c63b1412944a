import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { jsonExportSchema, runSchema, type JsonExport, type Run } from '../../protocol/index.ts'
import { freePort } from '../support/server.ts'
import { Chance } from './chance.ts'
import { faultsOf } from './check-log.ts'
import { startProxy, type CuttingProxy } from './cutting-proxy.ts'
import { Poster } from './poster.ts'
import { TorturedServer } from './tortured-server.ts'
import { Watcher } from './watcher.ts'

/** How the torture went. */
export interface TortureResult {
  rounds: number
  kills: number
  cuts: number
  runs: number
  posts: number
  acknowledged: number
  /** Acknowledged beats that the log has not, or elsewhere than it was said. */
  lost: number
  /** Beats that the log has more than once. */
  doubled: number
  viewers: number
  /** All that is not as the specification says. */
  faults: string[]
}

/** How long and how hard. */
export interface TortureOptions {
  seed: number
  /** Rounds begin until this is over, ms. */
  forMs: number
  rounds?: number
  /** Load before the kill, ms, at most. */
  roundMs?: number
  clients?: number
  say?: (line: string) => void
}

/** Keeps a real server under fire, killing it at random moments, and compares everybody's record after each round. */
export async function torture(options: TortureOptions): Promise<TortureResult> {
  const chance = new Chance(options.seed)
  const dataDir = await mkdtemp(`${tmpdir()}/custos-torture-`)
  const server = new TorturedServer(dataDir, await freePort())
  const proxy = await startProxy(server.port, chance)
  const watchers = new Map<string, Watcher[]>()
  try {
    const { api_key, user_token } = await server.start(proxy.port, true)
    const direct = new Client(`http://127.0.0.1:${server.port}`, api_key, user_token)
    const poster = new Poster(() => `http://127.0.0.1:${proxy.port}`, api_key, chance)
    const result: TortureResult = {
      rounds: 0,
      kills: 0,
      cuts: 0,
      runs: 0,
      posts: 0,
      acknowledged: 0,
      lost: 0,
      doubled: 0,
      viewers: 0,
      faults: [],
    }
    const viewing = { url: () => `ws://127.0.0.1:${proxy.port}`, token: user_token }
    const until = Date.now() + options.forMs
    while (Date.now() < until && result.rounds < (options.rounds ?? Infinity) && result.faults.length === 0) {
      await round(server, proxy, direct, poster, watchers, viewing, chance, options)
      result.rounds++
      result.kills++
      await compare(direct, poster, watchers, viewing, result)
      result.cuts = proxy.cuts
      options.say?.(
        `round ${result.rounds}: ${result.acknowledged} acknowledged in ${result.runs} runs, ` +
          `${result.lost} lost, ${result.doubled} doubled, ${result.faults.length} faults`,
      )
    }
    return result
  } finally {
    for (const each of watchers.values()) for (const watcher of each) watcher.close()
    await proxy.close()
    await server.kill()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** One stretch of load with everything that may go wrong in it, ended by SIGKILL and a new start. */
async function round(
  server: TorturedServer,
  proxy: CuttingProxy,
  direct: Client,
  poster: Poster,
  watchers: Map<string, Watcher[]>,
  viewing: Viewing,
  chance: Chance,
  { clients = 6, roundMs = 4000 }: TortureOptions,
): Promise<void> {
  const stop = new AbortController()
  proxy.cutting = 0.3
  const posting = Array.from({ length: clients }, () => poster.post(stop.signal))
  const misdeeds: [() => Promise<void>, ...(() => Promise<void>)[]] = [
    async () => server.order('fail'),
    async () => server.order('mend'),
    async () => server.order('slow'),
    () => direct.startTwice(),
    () => direct.order('end'),
    () => direct.order(chance.pick(['pause', 'resume'])),
    async () => void watchRun(watchers, await direct.currentRunId(), viewing),
  ]
  const mischief = (async () => {
    while (!stop.signal.aborted) {
      await sleep(50 + chance.below(400))
      // Whatever the server can't do just now is not what is measured here.
      await chance
        .pick(misdeeds)()
        .catch(() => undefined)
    }
  })()
  watchRun(watchers, await patiently(() => direct.currentRunId()), viewing)
  await sleep(roundMs / 4 + chance.below(roundMs))
  await server.kill()
  if (chance.next() < 0.5) server.stepClockBack(1000 + chance.below(3_600_000))
  await server.start(proxy.port)
  await sleep(chance.below(500))
  stop.abort()
  proxy.cutting = 0
  server.order('mend')
  await Promise.all([...posting, mischief])
  server.order('mend')
}

/** Holds everybody's record against the log. */
async function compare(
  direct: Client,
  poster: Poster,
  watchers: Map<string, Watcher[]>,
  viewing: Viewing,
  result: TortureResult,
): Promise<void> {
  const { faults } = result
  faults.push(...direct.faults.splice(0))
  const files = new Map<string, JsonExport>()
  const placed = new Map<string, number>()
  result.lost = 0
  result.doubled = 0
  for (const run of await listedRuns(direct, poster)) {
    const file = await patiently(() => direct.export(run.id)).catch((error: unknown) => {
      faults.push(`${run.id} cannot be exported: ${String(error)}`)
      return null
    })
    if (!file) continue
    files.set(run.id, file)
    faults.push(...faultsOf(file))
    for (const { type, id } of file.entries) {
      if (type === 'beat') placed.set(id, (placed.get(id) ?? 0) + 1)
    }
  }
  for (const [id, { run_id, seq, hash }] of poster.acknowledged) {
    const entry = files.get(run_id)?.entries[seq - 1]
    if (entry?.id !== id || entry.hash !== hash) {
      result.lost++
      faults.push(`${id} was acknowledged as ${run_id}/${seq}, and is not there`)
    }
  }
  for (const [id, times] of placed) {
    if (times > 1) {
      result.doubled++
      faults.push(`${id} is there ${times} times`)
    }
  }
  faults.push(...poster.contradictions.splice(0))
  for (const [what, times] of poster.refused) faults.push(`${times} × ${what}`)
  poster.refused.clear()
  for (const [runId, file] of files) {
    for (const watcher of watchRun(watchers, runId, viewing)) {
      for (let waited = 0; watcher.record.length < file.entries.length && waited < 20_000; waited += 50) {
        await sleep(50)
      }
      faults.push(...watcher.faults.splice(0))
      const same = file.entries.every((entry, i) => watcher.record[i] === entry.hash)
      if (!same) {
        faults.push(
          `A viewer of ${runId} has ${watcher.record.length} entries, the log ${file.entries.length}, not the same`,
        )
      }
    }
  }
  // A run that has said what follows it tells nothing new; its viewers go.
  for (const [runId, file] of files) {
    const last = file.entries.at(-1)
    if (last?.type !== 'system' || last.event !== 'superseded') continue
    for (const watcher of watchers.get(runId) ?? []) watcher.close()
  }
  result.runs = files.size
  result.posts = poster.posts
  result.acknowledged = poster.acknowledged.size
  result.viewers = [...watchers.values()].flat().reduce((sum, watcher) => sum + watcher.connections, 0)
}

/** An object whose flush failed tries again after so long at most, ms, and a little more. */
const listedMs = 90_000

/**
 * All runs, once those that beats were acknowledged in are among them: one that began while D1 failed is listed
 * when its object tries again.
 */
async function listedRuns(direct: Client, poster: Poster): Promise<Run[]> {
  const owed = new Set([...poster.acknowledged.values()].map(({ run_id }) => run_id))
  for (let waited = 0; ; waited += 500) {
    const runs = await patiently(() => direct.allRuns())
    const listed = new Set(runs.map(({ id }) => id))
    if (waited >= listedMs || [...owed].every((id) => listed.has(id))) return runs
    await sleep(500)
  }
}

/** Where viewers connect, and as whom. */
interface Viewing {
  url: () => string
  token: string
}

/** Two viewers for a run, one of each kind, unless it has them. */
function watchRun(watchers: Map<string, Watcher[]>, runId: string, { url, token }: Viewing): Watcher[] {
  const known = watchers.get(runId)
  if (known) return known
  const both = [new Watcher(url, token, runId, 'single'), new Watcher(url, token, runId, 'batch')]
  watchers.set(runId, both)
  return both
}

/** A person and a pipeline who speak to the server directly. */
class Client {
  readonly faults: string[] = []
  readonly #url: string
  readonly #key: Record<string, string>
  readonly #user: Record<string, string>

  constructor(url: string, key: string, token: string) {
    this.#url = url
    this.#key = { Authorization: `ApiKey ${key}`, 'Content-Type': 'application/json' }
    this.#user = { Authorization: `Token ${token}`, 'Content-Type': 'application/json' }
  }

  /** Two clients start a run at once: it is one. [R5] */
  async startTwice(): Promise<void> {
    const both = await Promise.all([1, 2].map(() => this.#run('POST', '/simulator/runs/', this.#key)))
    const [one, other] = await Promise.all(
      both.map((run) => this.#run('GET', `/simulator/runs/${run.id}/`, this.#user)),
    )
    // One of them may have been ended between the two answers.
    if (one && other && one.id !== other.id && one.ended_at === null && other.ended_at === null) {
      this.faults.push(`${one.id} and ${other.id} are both open`)
    }
  }

  async order(order: 'pause' | 'resume' | 'end'): Promise<void> {
    await this.#ask('POST', `/simulator/runs/${await this.currentRunId()}/${order}/`, this.#user)
  }

  async currentRunId(): Promise<string> {
    return (await this.#run('POST', '/simulator/runs/', this.#key)).id
  }

  async #run(method: string, path: string, headers: Record<string, string>): Promise<Run> {
    return runSchema.parse(await this.#ask(method, path, headers))
  }

  async allRuns(): Promise<Run[]> {
    const runs: Run[] = []
    for (let cursor = ''; ;) {
      const page = (await this.#ask('GET', `/simulator/runs/?limit=100${cursor}`, this.#key)) as {
        data: unknown[]
        next_cursor: string | null
      }
      runs.push(...page.data.map((run) => runSchema.parse(run)))
      if (page.next_cursor === null) return runs
      cursor = `&cursor=${page.next_cursor}`
    }
  }

  async export(runId: string): Promise<JsonExport> {
    return jsonExportSchema.parse(
      await this.#ask('GET', `/simulator/export/${runId}/?format=json`, this.#key),
    )
  }

  async #ask(method: string, path: string, headers: Record<string, string>): Promise<unknown> {
    const answer = await fetch(`${this.#url}${path}`, {
      method,
      headers,
      ...(method === 'POST' && { body: '{}' }),
      signal: AbortSignal.timeout(20_000),
    })
    if (!answer.ok)
      throw new Error(`${method} ${path}: ${answer.status} ${(await answer.text()).slice(0, 300)}`)
    return answer.json()
  }
}

/** A server that has just come back may be catching up. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries >= 40) throw error
      await sleep(250)
    }
  }
}
