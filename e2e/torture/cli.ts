import { parseArgs } from 'node:util'
import { torture } from './torture.ts'

/** `npm run torture`: the run under fire. */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seconds: { type: 'string' },
    seed: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  console.log(
    'Usage: npm run torture [-- --minutes N | --seconds N] [--seed N]\n\n' +
      'Loads a real server, kills it at random moments, and compares every record after each round.',
  )
  process.exit(0)
}
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed)
console.log(`seed ${seed}`)
const seconds = Number(values.seconds ?? Number(values.minutes) * 60)
const result = await torture({ seed, forMs: seconds * 1000, say: console.log })
const { faults, ...figures } = result
for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(14)}${value}`)
for (const fault of faults.slice(0, 50)) console.error(`FAULT ${fault}`)
process.exit(faults.length === 0 ? 0 : 1)
