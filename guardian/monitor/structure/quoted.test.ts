import { expect, it } from 'vitest'
import type { Span } from '../../../protocol/verdict.ts'
import { quotedSpans, setOffSpans } from './quoted.ts'

const words = 'I can’t help'

/** The place of the words in a text. */
const spanIn = (text: string): Span => {
  const start = text.indexOf(words)
  return { in: 'response', start, end: start + words.length, kind: 'refusal' }
}

it.each([`Say "${words}." Then go.`, `Sag „${words}“ und geh.`, `Dites « ${words} » sans plus.`])(
  'sees quotation marks in %s',
  (text) => {
    expect(quotedSpans([spanIn(text)], text).size).toBe(1)
  },
)

it.each([
  `Use this:\n> Hello,\n> ${words}.`,
  `Use this:\n\`\`\`text\n${words}.\n\`\`\``,
  `You could say: *${words}.*`,
  `You could say:\n_${words}._`,
  `You could say: 'It's late, ${words}.'`,
  `You could say: “It’s late,\n${words}.”`,
])('sees words set off in %s', (text) => {
  expect(setOffSpans([spanIn(text)], text).size).toBe(1)
})

it.each([
  `> ${words}.`,
  `*${words}.*`,
  `**${words}.** Ask somebody else.`,
  `* ${words} with *that*.`,
  `The 5" pipe is out.\n${words}.\nNor with the 6" one.`,
  `It's 'late. ${words}. It's over.`,
  `“Late.”\n\n${words}.\n\n“Over.”`,
])('takes the words for its own in %s', (text) => {
  expect(setOffSpans([spanIn(text)], text).size).toBe(0)
})
