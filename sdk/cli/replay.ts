#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { CustosError } from '../index.ts'
import { findCredentials, NoCredentials } from './credentials.ts'
import { finish } from './finish.ts'
import { main } from './main.ts'
import { NotTaken, play } from './play.ts'
import { Progress } from './progress.ts'
import { readExchanges } from './read-exchanges.ts'

const help = `Plays a file of recorded exchanges through the SDK onto the live trace.

  npm run replay -- FILE.jsonl[.gz] [--rate N] [--concurrency N]

Each line is an object with "prompt" and "response" (either may be null); other fields are
ignored. A bad line is named with its number and skipped.

  --rate N          N exchanges a second, each verdict awaited; without it, as fast as batches go
  --concurrency N   N calls at a time, each verdict awaited (the order is then that of arrival)
  --help            this text

The server and key are CUSTOS_BACKEND_URL and CUSTOS_API_KEY, or those of \`npm start\`
(CUSTOS_DATA/credentials.json, by default .custos/credentials.json).

  npm run replay -- yesterday.jsonl.gz
  npm run replay -- yesterday.jsonl --rate 5

Exit code: 0 when everything was delivered, 1 when something was not, 2 for wrong usage.`

class WrongUsage extends Error {}

/** A positive number of an option, or null where it is not given. */
function readNumber(name: string, text: string | undefined): number | null {
  if (text === undefined) return null
  const value = Number(text.replace(/\/s$/, ''))
  if (Number.isFinite(value) && value > 0) return value
  throw new WrongUsage(`--${name} takes a number above 0, not "${text}".`)
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        rate: { type: 'string' },
        concurrency: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    const [file, ...more] = positionals
    if (values.help) return null
    if (file === undefined || more.length > 0) throw new WrongUsage('Name one file.')
    const rate = readNumber('rate', values.rate)
    const concurrency = readNumber('concurrency', values.concurrency)
    return { file, rate, concurrency }
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error))
  }
}

async function replay(signal: AbortSignal): Promise<number> {
  let args: ReturnType<typeof readArguments>
  try {
    args = readArguments()
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${help}`)
    return 2
  }
  if (args === null) {
    console.log(help)
    return 0
  }
  const { file, rate, concurrency } = args
  const credentials = await findCredentials(process.env)
  const progress = new Progress(process.stdout, performance.now())
  progress.say(`Replaying ${file} to ${credentials.url}; watch at ${credentials.url}/simulator`)
  const startedMs = performance.now()
  let turn = 0
  const played = await play(readExchanges(file), {
    credentials,
    mode: rate === null && concurrency === null ? 'monitor' : 'edge',
    concurrency: Math.ceil(concurrency ?? 1),
    // By the plan, not by the last call: a slow answer is caught up with.
    pauseMs: () => (rate === null ? 0 : startedMs + (++turn * 1000) / rate - performance.now()),
    progress,
    signal,
  })
  return finish(played, progress)
}

await main(replay, [NoCredentials, NotTaken, CustosError])
