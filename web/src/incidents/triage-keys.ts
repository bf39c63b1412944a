import type { IncidentState } from '../../../protocol/incident.ts'

/** What a key does in the list. */
export type Triage =
  | { do: 'step'; by: 1 | -1 }
  | { do: 'mark'; state: IncidentState }
  | { do: 'take' | 'open' | 'note' | 'close' }

const keys: Record<string, Triage> = {
  j: { do: 'step', by: 1 },
  k: { do: 'step', by: -1 },
  ArrowDown: { do: 'step', by: 1 },
  ArrowUp: { do: 'step', by: -1 },
  r: { do: 'mark', state: 'reviewed' },
  f: { do: 'mark', state: 'false_alarm' },
  x: { do: 'mark', state: 'fixed' },
  o: { do: 'mark', state: 'open' },
  t: { do: 'take' },
  n: { do: 'note' },
  Enter: { do: 'open' },
  Escape: { do: 'close' },
}

/** Elements that want the keys for themselves. */
const ownKeys = 'input, textarea, select, [contenteditable], dialog'
/** Elements that Enter presses. */
const pressed = 'a, button'

/** What a key pressed on the page means, or null where it is somebody else's. */
export function triageOf(event: KeyboardEvent): Triage | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return null
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest(ownKeys)) return null
  if (event.key === 'Enter' && target?.closest(pressed)) return null
  return keys[event.key] ?? null
}
