import { effect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { RunStatus } from '../../../protocol/run.ts'
import { clockTime } from '../app/format.ts'
import type { RunStore } from './run-store.ts'

const statusSaid: Record<RunStatus, string> = {
  active: 'The run is active again',
  warning: 'The run gives a warning',
  paused: 'The run is paused',
  misaligned: 'The run is misaligned',
  ended: 'The run has ended',
}
const sign: Record<RunStatus, string> = {
  active: '',
  warning: '▲ ',
  paused: '‖ ',
  misaligned: '■ ',
  ended: '',
}

/** A burst of severe beats is one alarm: it is not said again within this time. */
const QUIET_MS = 10_000

/** Says a flatline, a change of status and a lost line to those who listen, the status also to the tab's title. */
export function Announcer({ store, name }: { store: RunStore; name: string }) {
  const [alarm, setAlarm] = useState('')
  const [news, setNews] = useState('')

  useEffect(() => {
    let saidMs = -QUIET_MS
    return effect(() => {
      const beat = store.alarm.value
      if (!beat || performance.now() - saidMs < QUIET_MS) return
      saidMs = performance.now()
      setAlarm(
        `Flatline at beat ${beat.seq}, ${clockTime(Date.parse(beat.timestamp))}: ${beat.violations[0] ?? 'a severe finding'}`,
      )
    })
  }, [store])

  useEffect(() => {
    let before: RunStatus | null = null
    return effect(() => {
      const status = store.run.value?.status
      if (!status) return
      document.title = `${sign[status]}${name} · Custos`
      if (before !== null && before !== status && store.loaded) setNews(statusSaid[status])
      before = status
    })
  }, [store, name])

  useEffect(() => {
    let lost = false
    return effect(() => {
      const { is } = store.connection.value
      if (is === 'live' && lost) setNews('Connected again')
      if (!lost && (is === 'waiting' || is === 'offline')) setNews('Connection lost, trying again')
      if (is !== 'connecting' && is !== 'replaying') lost = is !== 'live'
    })
  }, [store])

  return (
    <>
      <p class="only-read" role="alert">
        {alarm}
      </p>
      <p class="only-read" role="status">
        {news}
      </p>
    </>
  )
}
