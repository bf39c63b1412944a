import { assertNever } from '../app/assert-never.ts'
import type { ProjectSettings, Run, RunStats } from '../../../protocol/run.ts'
import { ago, clockTime, score } from '../app/format.ts'

/** How a state looks: calm, to be watched, or to be acted on. */
export type Tone = 'calm' | 'warn' | 'bad' | 'rest'

export interface StatusWords {
  word: string
  /** One sentence: since when, why, and what to do. */
  detail: string
  tone: Tone
  /** `seq` of the beat to look at first. */
  beat: number | null
}

/** The thresholds that a project has not set itself. [R3] [V5] */
export const defaults = {
  green_from: 0.95,
  yellow_from: 0.7,
  warn_mean_below: 0.85,
  warn_hrv_above: 0.15,
  warn_after_beats: 10,
} satisfies Partial<ProjectSettings>

/** What the last flatline was. */
export interface LastFlatline {
  seq: number
  atMs: number
  title: string
}

/**
 * The state of a run in words.
 *
 * @param run as the server or its entries tell
 * @param stats its figures
 * @param flatline the last severe beat, or null
 * @param nowMs the server's time
 */
export function statusWords(
  run: Pick<Run, 'status' | 'pause_reason' | 'ended_at'>,
  stats: RunStats,
  flatline: LastFlatline | null,
  settings: Partial<ProjectSettings>,
  nowMs: number,
): StatusWords {
  const { warn_mean_below, warn_hrv_above } = { ...defaults, ...settings }
  const ended = run.ended_at === null ? '' : `Ended ${ago(nowMs - Date.parse(run.ended_at))} as misaligned. `
  const lastBeatMs = stats.last_beat_at === null ? null : Date.parse(stats.last_beat_at)
  switch (run.status) {
    case 'active':
      return { word: 'Active', detail: sinceBeat(lastBeatMs, nowMs), tone: 'calm', beat: null }
    case 'warning': {
      const reasons: string[] = []
      if ((stats.score_recent ?? 1) < warn_mean_below)
        reasons.push(`the average of ${score(stats.score_recent)} is under ${score(warn_mean_below)}`)
      if ((stats.hrv ?? 0) > warn_hrv_above)
        reasons.push(`the HRV of ${score(stats.hrv)} is over ${score(warn_hrv_above)}`)
      const why = reasons.length === 0 ? 'It has not yet steadied' : capital(reasons.join(' and '))
      return { word: 'Warning', detail: `${why}.`, tone: 'warn', beat: null }
    }
    case 'paused':
      return run.pause_reason === 'silent'
        ? {
            word: 'Silent',
            detail: 'No sign of life from the client. It goes on by itself when one comes.',
            tone: 'warn',
            beat: null,
          }
        : {
            word: 'Paused',
            detail: 'Paused by an operator. Beats are still recorded; an enforcing SDK holds back.',
            tone: 'rest',
            beat: null,
          }
    case 'misaligned':
      return {
        word: 'Misaligned',
        detail: flatline
          ? `${ended}Flatline at ${clockTime(flatline.atMs)}, ${ago(nowMs - flatline.atMs)}: ${flatline.title}.`
          : `${ended}A severe finding. Look at its beat${ended === '' ? ', then resume or end the run' : ''}.`,
        tone: 'bad',
        beat: flatline?.seq ?? null,
      }
    case 'ended': {
      const endedMs = run.ended_at === null ? null : Date.parse(run.ended_at)
      const when = endedMs === null ? '' : ` ${ago(nowMs - endedMs)}`
      return flatline
        ? {
            word: 'Ended',
            detail: `Ended${when}. It had flatlined: ${flatline.title}.`,
            tone: 'rest',
            beat: flatline.seq,
          }
        : { word: 'Ended', detail: `Ended${when}. Nothing more will come.`, tone: 'rest', beat: null }
    }
    default:
      return assertNever(run.status)
  }
}

/** The same words while the line is down: a state that may have changed must not look like one that has not. */
export function lastKnown(words: StatusWords): StatusWords {
  if (words.tone === 'bad')
    return { ...words, detail: `${words.detail} Not connected: this may have changed.` }
  const detail = `Last known: ${words.word.toLowerCase()}. ${words.detail}`
  return { word: 'Not connected', detail, tone: 'warn', beat: words.beat }
}

function sinceBeat(lastBeatMs: number | null, nowMs: number): string {
  return lastBeatMs === null ? 'Waiting for the first beat.' : `Last beat ${ago(nowMs - lastBeatMs)}.`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
