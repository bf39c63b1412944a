import { setTimeout as sleep } from 'node:timers/promises'
import { isRecord } from '../../record.ts'
import type { Color } from '../../result.ts'
import { findCredentials, type Credentials } from '../credentials.ts'
import { askJson, Refused, runOf, Unreachable } from '../http.ts'
import { oneLine, paint, wantsColor } from '../paint.ts'
import { readArgs, readNumber, WrongUsage } from '../read-args.ts'
import type { Command } from './command.ts'

const help = `Shows a run's beats as they come.

  custos-labs tail [RUN] [--after SEQ] [--limit N] [--json]

  RUN           a run's id; without it, the open one, else the last
  --after SEQ   begin behind this entry (1 is the first; default: what comes from now on)
  --limit N     stop after so many entries
  --json        an entry a line, as the server has it
  --help        this text

  npx custos-labs tail --json | grep '"color":"red"'

A line that breaks is taken up again where it broke. Ctrl-C ends it.
Exit code: 0 at the limit or when the run ends, 1 when it can't be watched.`

const againMs = 1000

export const tail: Command = {
  summary: 'show live beats in the terminal',
  help,
  async run(args, signal) {
    const { values, positionals } = readArgs(args, { after: { type: 'string' }, limit: { type: 'string' } })
    const [named, ...more] = positionals
    if (more.length > 0) throw new WrongUsage('Name one run.')
    if (values.after !== undefined && !/^\d+$/.test(values.after))
      throw new WrongUsage('--after takes a number.')
    if (typeof WebSocket === 'undefined') throw new Refused('tail needs Node 22 or later.')
    const credentials = await findCredentials(process.env)
    const run = await runOf(credentials, named)
    const colored = wantsColor(process.stdout, process.env)
    let left = readNumber('limit', values.limit) ?? Infinity
    let after = values.after === undefined ? null : Number(values.after)
    const show = (entry: Record<string, unknown>): boolean => {
      if (typeof entry['seq'] === 'number') after = entry['seq']
      console.log(values.json ? JSON.stringify(entry) : describe(entry, colored))
      return --left > 0 && entry['event'] !== 'ended'
    }
    while (!signal.aborted) {
      try {
        const ended = await watch(credentials, run, after, show, (last) => (after ??= last), signal)
        if (ended || signal.aborted) return 0
      } catch (error) {
        if (signal.aborted) return 0
        // Once it was watched, a server that is gone is one that restarts.
        if (after === null || !(error instanceof Unreachable)) throw error
      }
      console.error('The line is down; trying again.')
      await sleep(againMs, undefined, { signal }).catch(() => undefined)
    }
    return 0
  },
}

/**
 * Watches until the line breaks.
 *
 * @returns true when `show` wanted no more
 */
async function watch(
  credentials: Credentials,
  run: string,
  after: number | null,
  show: (entry: Record<string, unknown>) => boolean,
  onHello: (lastSeq: number) => void,
  signal: AbortSignal,
): Promise<boolean> {
  // A ticket is good once, for a minute: the token itself stays out of the address.
  const { ticket } = await askJson(credentials, `/simulator/runs/${run}/ticket/`, { method: 'POST', signal })
  const query = new URLSearchParams({ ticket: String(ticket), frames: 'batch' })
  if (after !== null) query.set('after', String(after))
  const socket = new WebSocket(
    `${credentials.url.replace(/^http/, 'ws').replace(/\/+$/, '')}/ws/simulator/${run}/?${query}`,
  )
  return new Promise<boolean>((resolve) => {
    let done = false
    const stop = (): void => {
      socket.close()
      resolve(done)
      // A server that is slow to say goodbye does not keep the process.
      setTimeout(() => process.exit(), 200).unref()
    }
    signal.addEventListener('abort', stop, { once: true })
    socket.addEventListener('message', ({ data }) => {
      const frame: unknown = JSON.parse(String(data))
      if (!isRecord(frame) || done) return
      if (frame['type'] === 'hello' && typeof frame['last_seq'] === 'number') onHello(frame['last_seq'])
      const entries =
        frame['type'] === 'batch' && Array.isArray(frame['entries']) ? frame['entries'] : [frame]
      let seq: unknown = null
      for (const entry of entries.filter(isRecord)) {
        if (typeof entry['seq'] !== 'number') continue
        seq = entry['seq']
        done ||= !show(entry)
        if (done) return stop()
      }
      if (seq !== null) socket.send(JSON.stringify({ type: 'ack', seq }))
    })
    socket.addEventListener('close', () => {
      signal.removeEventListener('abort', stop)
      resolve(done)
    })
    socket.addEventListener('error', () => undefined)
  })
}

function describe(entry: Record<string, unknown>, colored: boolean): string {
  const time = String(entry['timestamp']).slice(11, 19)
  const seq = String(entry['seq']).padStart(5)
  if (entry['type'] === 'system') return `${time} ${seq}  — ${String(entry['event'])}`
  if (entry['type'] === 'amendment') {
    return `${time} ${seq}  ↳ ${String(entry['beat_seq'])} ${String(entry['amendment'])}`
  }
  const color = entry['color'] as Color
  const score = Number(entry['alignment_score']).toFixed(2)
  const found = Array.isArray(entry['violations']) ? entry['violations'].join('; ') : ''
  const { prompt, response } = entry
  const said = oneLine(typeof prompt === 'string' ? prompt : typeof response === 'string' ? response : '', 60)
  const mark = entry['flatline'] === true ? 'FLATLINE' : color
  return `${time} ${seq}  ${paint(`${mark.padEnd(8)} ${score}`, color, colored)}  ${oneLine(found, 80) || said}`
}
