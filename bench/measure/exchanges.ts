import { readFileSync } from 'node:fs'
import * as z from 'zod'

const exchangeSchema = z.object({ prompt: z.string().nullable(), response: z.string().nullable() })

/** The exchanges of the demo: what the benchmarks send, so that anyone can repeat them. */
export function demoExchanges(): z.infer<typeof exchangeSchema>[] {
  const file = new URL('../../sdk/cli/support-day.jsonl', import.meta.url)
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => exchangeSchema.parse(JSON.parse(line)))
}
