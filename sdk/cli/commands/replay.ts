import { findCredentials } from '../credentials.ts'
import { finish } from '../finish.ts'
import { play } from '../play.ts'
import { Progress } from '../progress.ts'
import { readArgs, readNumber, WrongUsage } from '../read-args.ts'
import { readExchanges } from '../read-exchanges.ts'
import type { Command } from './command.ts'

const help = `Plays a file of recorded exchanges through the SDK onto the live trace.

  custos-labs replay FILE.jsonl[.gz] [--rate N] [--concurrency N]

Each line is an object with "prompt" and "response" (either may be null); other fields are
ignored. A bad line is named with its number and skipped.

  --rate N          N exchanges a second, each verdict awaited; without it, as fast as batches go
  --concurrency N   N calls at a time, each verdict awaited (the order is then that of arrival)
  --json            the counts as JSON, at the end
  --help            this text

The server and key are CUSTOS_BACKEND_URL and CUSTOS_API_KEY, or those of \`npm start\`
(CUSTOS_DATA/credentials.json, by default .custos/credentials.json).

  npx custos-labs replay yesterday.jsonl.gz
  npx custos-labs replay yesterday.jsonl --rate 5

Exit code: 0 when everything was delivered, 1 when something was not, 2 for wrong usage.`

export const replay: Command = {
  summary: 'play a file of recorded exchanges onto the live trace',
  help,
  async run(args, signal) {
    const { values, positionals } = readArgs(args, {
      rate: { type: 'string' },
      concurrency: { type: 'string' },
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new WrongUsage('Name one file.')
    const rate = readNumber('rate', values.rate)
    const concurrency = readNumber('concurrency', values.concurrency)
    const credentials = await findCredentials(process.env)
    // JSON stands alone on standard output.
    const progress = new Progress(values.json ? process.stderr : process.stdout, performance.now())
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
    if (values.json) console.log(JSON.stringify({ ...played.tally.counts, ...played.report }))
    return finish(played, progress)
  },
}
