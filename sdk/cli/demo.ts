#!/usr/bin/env node
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { CustosError } from '../index.ts'
import { findCredentials, NoCredentials } from './credentials.ts'
import { finish } from './finish.ts'
import { main } from './main.ts'
import { NotTaken, play } from './play.ts'
import { Progress } from './progress.ts'
import { readExchanges, type BadLine, type RecordedExchange } from './read-exchanges.ts'

const help = `Plays a support assistant's day, one that goes wrong, onto the live trace.

  npm run demo -- [--fast] [--loop]

  --fast   without pauses (otherwise two to four exchanges a second)
  --once   play the day once and stop (this is what happens without options)
  --loop   begin again when the day is over, until Ctrl-C
  --help   this text

Needs a running server: \`npm start\`, or CUSTOS_BACKEND_URL and CUSTOS_API_KEY.`

const day = fileURLToPath(new URL('support-day.jsonl', import.meta.url))

async function* days(loop: boolean): AsyncGenerator<RecordedExchange | BadLine> {
  yield* readExchanges(day)
  if (loop) yield* days(loop)
}

async function demo(signal: AbortSignal): Promise<number> {
  const { values } = parseArgs({
    options: {
      fast: { type: 'boolean', default: false },
      once: { type: 'boolean', default: false },
      loop: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) {
    console.log(help)
    return 0
  }
  const credentials = await findCredentials(process.env)
  const progress = new Progress(process.stdout, performance.now())
  progress.say(`A support assistant's day. Watch it at ${credentials.url}/simulator`)
  progress.say('(not signed in yet? `npm start` printed a link that signs you in)')
  const played = await play(days(values.loop && !values.once), {
    credentials,
    mode: 'edge',
    concurrency: 1,
    pauseMs: () => (values.fast ? 0 : 250 + Math.random() * 250),
    progress,
    signal,
  })
  return finish(played, progress)
}

await main(demo, [NoCredentials, NotTaken, CustosError])
