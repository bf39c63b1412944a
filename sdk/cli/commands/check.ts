import { evaluate } from '../../../guardian/index.ts'
import type { Color } from '../../result.ts'
import { oneLine, paint, wantsColor } from '../paint.ts'
import { readArgs, WrongUsage } from '../read-args.ts'
import { exchangesOf, readExchanges, type BadLine, type RecordedExchange } from '../read-exchanges.ts'
import type { Command } from './command.ts'

const help = `Judges exchanges on this machine; nothing is sent or recorded.

  custos-labs check --prompt TEXT --response TEXT
  custos-labs check FILE.jsonl[.gz]
  custos-labs check < FILE.jsonl

Each line of a file is an object with "prompt" and "response" (either may be null).

  --prompt TEXT, --response TEXT   one exchange; one of the two is enough
  --fail-on red|yellow             the mildest colour that fails (default: red)
  --json                           a verdict a line
  --help                           this text

  npx custos-labs check --response "Your key is AKIAQ3ZT7XKMWN2P4R6Y"
  npx custos-labs check answers.jsonl --fail-on yellow --json > verdicts.jsonl

Exit code: 0 when nothing fails, 1 when something does or a line can't be read, 2 for wrong usage.`

const rank: Record<Color, number> = { green: 0, yellow: 1, red: 2 }

async function* once(exchange: RecordedExchange): AsyncGenerator<RecordedExchange> {
  yield exchange
}

export const check: Command = {
  summary: 'judge a pair, a file or stdin on this machine',
  help,
  async run(args, signal) {
    const { values, positionals } = readArgs(args, {
      prompt: { type: 'string' },
      response: { type: 'string' },
      'fail-on': { type: 'string' },
    })
    const { prompt = null, response = null, 'fail-on': failOn = 'red', json = false } = values
    if (failOn !== 'red' && failOn !== 'yellow') throw new WrongUsage('--fail-on takes red or yellow.')
    const [file, ...more] = positionals
    const isPair = prompt !== null || response !== null
    if (more.length > 0 || (isPair && file !== undefined)) {
      throw new WrongUsage('Name one file, or give --prompt and --response.')
    }
    const source: AsyncIterable<RecordedExchange | BadLine> = isPair
      ? once({ line: 1, prompt, response })
      : file === undefined || file === '-'
        ? exchangesOf(process.stdin)
        : readExchanges(file)
    const colored = wantsColor(process.stdout, process.env)
    const counts: Record<Color, number> = { green: 0, yellow: 0, red: 0 }
    let failed = false
    for await (const exchange of source) {
      if (signal.aborted) break
      if ('problem' in exchange) {
        failed = true
        console.error(`line ${exchange.line} ${exchange.problem}`)
        continue
      }
      const verdict = evaluate({ prompt: exchange.prompt, response: exchange.response })
      counts[verdict.color]++
      if (rank[verdict.color] >= rank[failOn]) failed = true
      if (json) console.log(JSON.stringify({ line: exchange.line, ...verdict }))
      else if (verdict.color !== 'green' || isPair) {
        const found = verdict.violations.join('; ') || (verdict.refused ? 'a refusal' : 'nothing found')
        const color = paint(verdict.color.padEnd(6), verdict.color, colored)
        const where = isPair ? '' : `line ${exchange.line}  `
        console.log(`${where}${color}  ${verdict.alignment_score.toFixed(2)}  ${oneLine(found, 200)}`)
      }
    }
    if (!json && !isPair) {
      console.log(`${counts.green} green, ${counts.yellow} yellow, ${counts.red} red`)
    }
    return failed ? 1 : 0
  },
}
