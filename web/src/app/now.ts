import { signal } from '@preact/signals'
import { clock } from '../api/request.ts'

/** The server's time in milliseconds, told once a second: for words such as `4 s ago`. */
export const now = signal(serverNow())

/** The server's time now, as well as this machine can tell. */
export function serverNow(): number {
  return Date.now() + clock.aheadMs
}

setInterval(() => {
  if (!document.hidden) now.value = serverNow()
}, 1000)
