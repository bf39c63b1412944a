import type { Mark } from './report.ts'
import { n } from './typesetter.ts'

/** Colours of the page, as RGB in 0..1; those of the simulator. */
export const palette = {
  ink: rgb(0x13211f),
  quiet: rgb(0x52625f),
  rule: rgb(0xd6dfdd),
  grid: rgb(0xe7edeb),
  sunken: rgb(0xf2f5f4),
  green: rgb(0x0b8a63),
  yellow: rgb(0xc27c00),
  red: rgb(0xd8402f),
  flatline: rgb(0xa0104a),
  hrv: rgb(0x0a66c2),
} as const

export type Ink = keyof typeof palette

function rgb(hex: number): string {
  return [hex >> 16, (hex >> 8) & 255, hex & 255].map((part) => n(part / 255)).join(' ')
}

/** Operator that sets the colour for fills (and texts). */
export function fill(ink: Ink): string {
  return `${palette[ink]} rg\n`
}

/** Operator that sets colour and width for lines. */
export function stroke(ink: Ink, width: number): string {
  return `${palette[ink]} RG ${n(width)} w\n`
}

/** The mark of a beat around (x, y): a shape as well as a colour, as the simulator draws it. */
export function markShape(mark: Mark, x: number, y: number, r: number): string {
  const at = (dx: number, dy: number) => `${n(x + dx * r)} ${n(y + dy * r)}`
  const set = fill(mark)
  if (mark === 'yellow') return `${set}${at(0, 1)} m ${at(1.1, -0.9)} l ${at(-1.1, -0.9)} l f\n`
  if (mark === 'red') return `${set}${at(0, 1.2)} m ${at(1.2, 0)} l ${at(0, -1.2)} l ${at(-1.2, 0)} l f\n`
  if (mark === 'flatline') return `${set}${n(x - r)} ${n(y - r)} ${n(2 * r)} ${n(2 * r)} re f\n`
  const k = 0.5523 * 0.9
  return (
    `${set}${at(0.9, 0)} m ${at(0.9, k)} ${at(k, 0.9)} ${at(0, 0.9)} c ${at(-k, 0.9)} ${at(-0.9, k)} ${at(-0.9, 0)} c ` +
    `${at(-0.9, -k)} ${at(-k, -0.9)} ${at(0, -0.9)} c ${at(k, -0.9)} ${at(0.9, -k)} ${at(0.9, 0)} c f\n`
  )
}
