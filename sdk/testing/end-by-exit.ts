import { guardian } from '../index.ts'

/** A program that ends itself before anything can be delivered. */
const safe = guardian({ mode: 'monitor', redact: false, enableHeartbeats: false })((prompt: string) => prompt)
for (let index = 0; index < 3; index++) safe(`${index}`)
process.exit(7)
