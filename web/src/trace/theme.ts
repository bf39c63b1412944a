import { signal } from '@preact/signals'
import type { Mark } from './columns.ts'

/** Colours of the canvas, taken from the stylesheet's tokens. */
export interface Theme {
  surface: string
  ink: string
  quiet: string
  grid: string
  accent: string
  marks: Record<Mark, string>
  font: string
}

function readTheme(): Theme {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    surface: token('surface'),
    ink: token('ink'),
    quiet: token('quiet'),
    grid: token('grid'),
    accent: token('accent'),
    marks: {
      green: token('green'),
      yellow: token('yellow'),
      red: token('red'),
      flatline: token('flat'),
    },
    font: token('font'),
  }
}

/** The theme that the system asks for, dark or light, as it changes. */
export const theme = signal(readTheme())

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
  theme.value = readTheme()
})
