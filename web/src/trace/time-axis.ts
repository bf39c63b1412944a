const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })
const minute = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const second = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium', hourCycle: 'h23' })

/**
 * Words for the ticks of a time axis, no finer than the distance between them.
 *
 * @param ticks seconds since 1970
 * @param stepS distance of two ticks in seconds
 */
export function timeLabels(ticks: readonly number[], stepS: number): string[] {
  return ticks.map((tick) => {
    const ms = Math.round(tick * 1000)
    if (stepS >= 86_400) return day.format(ms)
    if (stepS >= 60) return minute.format(ms)
    if (stepS >= 1) return second.format(ms)
    const fraction = String(((ms % 1000) + 1000) % 1000).padStart(3, '0')
    return `${second.format(ms).slice(-5)}.${fraction}`
  })
}
