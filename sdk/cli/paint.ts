import type { Color } from '../result.ts'

const codes: Record<Color, number> = { green: 32, yellow: 33, red: 31 }

/** Whether to colour: on a terminal, unless the person does not want it (https://no-color.org). */
export function wantsColor(output: { isTTY?: boolean }, env: Record<string, string | undefined>): boolean {
  return output.isTTY === true && !env['NO_COLOR']
}

/** A text in the colour of a verdict, for a terminal. */
export function paint(text: string, color: Color, colored: boolean): string {
  return colored ? `\x1b[${codes[color]}m${text}\x1b[0m` : text
}

/** A text of somebody else's as one line of a terminal: nothing in it can move the cursor or colour the rest. */
export function oneLine(text: string, length: number): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  return plain.length > length ? `${plain.slice(0, length - 1)}…` : plain
}
