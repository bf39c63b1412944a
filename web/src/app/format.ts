const clockFormat = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium', hourCycle: 'h23' })
const dayFormat = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })
const fullFormat = new Intl.DateTimeFormat(undefined, {
  dateStyle: 'medium',
  timeStyle: 'long',
  hourCycle: 'h23',
})
const countFormat = new Intl.NumberFormat(undefined)

/** Time of day with seconds. */
export const clockTime = (ms: number) => clockFormat.format(ms)

/** Day and month. */
export const day = (ms: number) => dayFormat.format(ms)

/** Date and time with the zone. */
export const fullTime = (ms: number) => fullFormat.format(ms)

/** Date and time, the date left out for what was today. */
export const shortTime = (ms: number, nowMs: number) =>
  new Date(ms).toDateString() === new Date(nowMs).toDateString()
    ? clockTime(ms)
    : `${day(ms)}, ${clockTime(ms)}`

/** A whole number with its thousands apart. */
export const count = (value: number) => countFormat.format(value)

/** A score, HRV or probability in 0..1 to two places; 0.999 is 0.99, since only a perfect score is written 1.00. */
export function score(value: number | null): string {
  if (value === null || Number.isNaN(value)) return '–'
  return (value < 1 ? Math.min(value, 0.99) : value).toFixed(2)
}

/** A rate of beats a second. */
export const rate = (value: number) => (value >= 100 ? count(Math.round(value)) : value.toFixed(1))

/** `1 beat`, `2 beats`. */
export const plural = (value: number, one: string, many = `${one}s`) =>
  `${count(value)} ${value === 1 ? one : many}`

/**
 * A length of time in words of at most two units: `4 s`, `12 min`, `3 h 20 min`, `2 d 4 h`.
 *
 * @param ms milliseconds; negative counts as none
 */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
  return hours % 24 === 0 ? `${Math.floor(hours / 24)} d` : `${Math.floor(hours / 24)} d ${hours % 24} h`
}

/** How long ago, in words; under two seconds it is just now. */
export const ago = (ms: number) => (ms < 2000 ? 'just now' : `${duration(ms)} ago`)
