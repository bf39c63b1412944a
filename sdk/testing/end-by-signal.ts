import { guardian } from '../index.ts'

/** A server of a program: it records, and goes on until a signal ends it. */
const safe = guardian({ mode: 'monitor', redact: false })((prompt: string) => `${prompt}!`)
setInterval(() => undefined, 1000)
for (let index = 0; index < 250; index++) safe(`${index}`)
console.log('recorded')
