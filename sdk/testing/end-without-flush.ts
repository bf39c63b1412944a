import { guardian } from '../index.ts'

/** A program that records and then simply ends, as most do. */
const safe = guardian({ mode: 'monitor', redact: false })((prompt: string) => `${prompt}!`)
for (let index = 0; index < 250; index++) safe(`${index}`)
console.log('ended')
