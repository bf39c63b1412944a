import { assertNever } from '../app/assert-never.ts'
import { useEffect, useState } from 'preact/hooks'
import { count } from '../app/format.ts'
import type { Connection } from '../live/connection.ts'
import type { RunStore } from './run-store.ts'

/** How the line to the run is: live, catching up, or when it is tried again. */
export function ConnectionState({ store }: { store: RunStore }) {
  const connection = store.connection.value
  const seconds = useCountdown(connection)
  const waiting = connection.is === 'waiting' || connection.is === 'offline'
  return (
    <span class={`connection connection-${connection.is}`}>
      <span
        class="connection-dot"
        aria-hidden="true"
        key={connection.is === 'live' ? store.pulse.value : 0}
      />
      {store.run.value?.ended_at && connection.is === 'live'
        ? 'All of it is here'
        : words(connection, seconds, store.loaded)}
      {waiting && (
        <button type="button" class="button button-small" onClick={() => store.retry()}>
          Try now
        </button>
      )}
    </span>
  )
}

function words(connection: Connection, seconds: number, loaded: boolean): string {
  switch (connection.is) {
    case 'live':
      return 'Live'
    case 'connecting':
      return loaded ? 'Reconnecting…' : 'Connecting…'
    case 'replaying': {
      const entries = count(connection.to - connection.from)
      return loaded ? `Catching up on ${entries} missed` : `Reading ${entries} entries`
    }
    case 'waiting':
      return seconds > 0 ? `Not connected, again in ${seconds} s` : 'Reconnecting…'
    case 'offline':
      return 'This machine is offline'
    case 'signed_out':
      return 'Signed out'
    case 'gone':
      return 'Gone'
    case 'stopped':
      return 'Closed'
    case 'file':
      return 'From a file'
    default:
      return assertNever(connection)
  }
}

function useCountdown(connection: Connection): number {
  const untilMs = connection.is === 'waiting' ? connection.untilMs : null
  const [, redraw] = useState(0)
  useEffect(() => {
    if (untilMs === null) return undefined
    const timer = setInterval(() => redraw((times) => times + 1), 500)
    return () => clearInterval(timer)
  }, [untilMs])
  return untilMs === null ? 0 : Math.max(0, Math.ceil((untilMs - performance.now()) / 1000))
}
