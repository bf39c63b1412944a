import type {
  BeatContent,
  BeatHeader,
  Color,
  ExportTexts,
  Severity,
  SystemHeader,
} from '../../../protocol/index.ts'
import type { LogRow } from '../../../durable-objects/log-reader.ts'
import { hrv, hrvWindow } from '../../../durable-objects/run-window.ts'

/** Beats that a PDF shows as rows; beyond, it holds summary and incidents. [X15] [X17] */
export const rowsMost = 10_000
/** Incidents shown in full, and characters of each of their texts: what is over is said, and is in the NDJSON. */
export const incidentsMost = 200
export const incidentTextMost = 6000
const snippet = 220
/** Names of violations that clients reported, of which a summary tells: they are free text, and may all differ. */
export const reportedMost = 50

export type Mark = Color | 'flatline'

export interface BeatRow {
  seq: number
  timestamp: string
  score: number
  mark: Mark
  violations: string
  prompt: string
  response: string
}

export interface Incident {
  header: BeatHeader
  prompt: string | null
  response: string | null
  /** Why the texts are not here, if so. */
  absent: 'erased' | 'withheld' | null
}

export interface RuleCount {
  rule: string
  title: string
  severity: Severity
  beats: number
}

/** What one document still has room for. */
export interface Room {
  rows: number
  incidents: number
}

export function newRoom(): Room {
  return { rows: rowsMost, incidents: incidentsMost }
}

/** What a PDF shows of a run, gathered in one pass over its entries. */
export class Report {
  readonly scores: number[] = []
  readonly marks: Mark[] = []
  readonly rows: BeatRow[] = []
  readonly incidents: Incident[] = []
  readonly events: SystemHeader[] = []
  readonly rules = new Map<string, RuleCount>()
  /** In how many beats a client named a violation that no rule found, by its name; {@link reportedMost} at most. */
  readonly reported = new Map<string, number>()
  moreReported = false
  readonly engines = new Set<string>()
  readonly policies = new Set<string>()
  readonly severities = new Map<Severity, number>()
  incidentCount = 0
  refused = 0
  firstAt: string | null = null
  lastAt: string | null = null
  beats = 0
  scoreSum = 0
  private readonly texts: ExportTexts
  private readonly room: Room

  /** @param room shared by all reports of a document, which takes from it */
  constructor(texts: ExportTexts, room: Room) {
    this.texts = texts
    this.room = room
  }

  /** Takes the next entry. */
  add(row: LogRow): void {
    if (row.type === 'system') this.events.push(JSON.parse(row.header) as SystemHeader)
    if (row.type === 'beat') this.addBeat(JSON.parse(row.header) as BeatHeader, row)
  }

  /** Whether there were more beats than the document had room for as rows. */
  isLong = false

  /** Keeps the totals alone. */
  forget(): void {
    this.room.rows += this.rows.length
    for (const list of [this.scores, this.marks, this.rows, this.incidents, this.events]) list.length = 0
  }

  private addBeat(header: BeatHeader, row: LogRow): void {
    const mark: Mark = header.flatline ? 'flatline' : header.color
    this.beats++
    this.scoreSum += header.alignment_score
    this.scores.push(header.alignment_score)
    this.marks.push(mark)
    this.firstAt ??= header.timestamp
    this.lastAt = header.timestamp
    if (header.refused) this.refused++
    this.engines.add(`${header.engine.name} ${header.engine.version}`)
    this.policies.add(`${header.engine.policy.id} ${header.engine.policy.version}`)
    this.countFindings(header)
    this.countReported(header)
    const isIncident = header.flatline || header.color === 'red'
    if (isIncident) this.incidentCount++
    const shown = isIncident && this.room.incidents > 0
    if (!this.isLong && this.room.rows === 0) this.dropRows()
    if (!shown && this.isLong) return
    const absent = row.content === null ? 'erased' : this.texts === 'withheld' ? 'withheld' : null
    const content = absent === null ? (JSON.parse(row.content ?? '{}') as BeatContent) : null
    const { prompt = null, response = null } = content ?? {}
    if (shown) {
      this.room.incidents--
      this.incidents.push({ header, prompt, response, absent })
    }
    if (this.isLong) return
    const brief = (text: string | null) =>
      absent ? `(${absent})` : (text ?? '').slice(0, snippet).toWellFormed()
    this.room.rows--
    this.rows.push({
      seq: header.seq,
      timestamp: header.timestamp,
      score: header.alignment_score,
      mark,
      violations: header.violations.join('; '),
      prompt: brief(prompt),
      response: brief(response),
    })
  }

  /** All rows of a run or none: half a table would look whole. */
  private dropRows(): void {
    this.isLong = true
    this.room.rows += this.rows.length
    this.rows.length = 0
  }

  /** What a client named and the guardian did not find: it has no rule, and no severity of its own. */
  private countReported({ findings, violations }: BeatHeader): void {
    const found = new Set(findings.map(({ title }) => title))
    for (const title of violations.filter((one) => !found.has(one))) {
      const before = this.reported.get(title)
      if (before === undefined && this.reported.size === reportedMost) this.moreReported = true
      else this.reported.set(title, (before ?? 0) + 1)
    }
  }

  private countFindings({ findings }: BeatHeader): void {
    const seen = new Set<string>()
    for (const { rule_id: rule, title, severity } of findings) {
      if (seen.has(rule)) continue
      seen.add(rule)
      const known = this.rules.get(rule)
      if (known) known.beats++
      else this.rules.set(rule, { rule, title, severity, beats: 1 })
    }
    for (const severity of new Set(findings.map(({ severity }) => severity))) {
      this.severities.set(severity, (this.severities.get(severity) ?? 0) + 1)
    }
  }
}

/** HRV after each beat. [R2] */
export function hrvOf(scores: readonly number[]): (number | null)[] {
  return scores.map((_, i) => hrv(scores.slice(Math.max(0, i + 1 - hrvWindow), i + 1)))
}

/** Every character of the texts that a PDF will show, for its fonts. */
export function charactersOf(reports: readonly Report[], more: readonly string[]): Set<number> {
  const codes = new Set<number>()
  const take = (text: string | null) => {
    for (const char of (text ?? '').normalize('NFC')) codes.add(char.codePointAt(0) ?? 0)
  }
  for (const report of reports) {
    for (const row of report.rows) [row.violations, row.prompt, row.response].forEach(take)
    for (const { header, prompt, response } of report.incidents) {
      for (const text of [prompt, response]) take(text?.slice(0, incidentTextMost) ?? null)
      header.violations.forEach(take)
      for (const { title, why, remediation } of header.findings) [title, why, remediation].forEach(take)
    }
    for (const { title } of report.rules.values()) take(title)
    for (const title of report.reported.keys()) take(title)
  }
  more.forEach(take)
  return codes
}
