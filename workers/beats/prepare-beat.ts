import { beatContentText, frameBeatHeader } from '../../durable-objects/entry-text.ts'
import { contentCommitment } from '../../durable-objects/chain.ts'
import type { PreparedBeat } from '../../durable-objects/prepared-beat.ts'
import { redactExchange, redactText, redactValue, withReported, type Judged } from '../../guardian/index.ts'
import type { Finding, Meta, Reported, Verdict, Warning } from '../../protocol/index.ts'
import { randomHex } from '../auth/random.ts'
import { newId } from '../auth/secrets.ts'
import { utf8Length } from './check-meta.ts'
import { guardianFor, type Standards } from './guardian-for.ts'
import { warning, type ReadBeat } from './read-beat.ts'
import { storeText, type StoredText } from './truncate-text.ts'

/** A header longer than this would not fit beside two full texts in a row of D1. */
const findingsBytes = 64 * 1024

/**
 * Evaluates the original, redacts, cuts to what is stored, and commits to it. All the work of a beat that
 * needs no order is done here, where isolates are many, and not in the one object of its run. [B10] [B13]
 */
export function prepareBeat({ input, warnings }: ReadBeat, standards: Standards): PreparedBeat {
  const prompt = input.prompt ?? null
  const response = input.response ?? null
  const reported = reportedOf(input)
  const { verdict, hits } = judgeWithHits(input, reported, standards)
  // What was seen to judge is what is redacted: nothing is looked for twice.
  const redacted = redactExchange({ prompt, response }, verdict.findings, hits)
  const storedPrompt = redacted.prompt === null ? null : storeText(redacted.prompt)
  const storedResponse = redacted.response === null ? null : storeText(redacted.response)
  const notes = [...warnings]
  for (const [field, stored] of Object.entries({ prompt: storedPrompt, response: storedResponse })) {
    if (stored?.cut) notes.push(warning('text_truncated', field, 'Evaluated; stored head and tail.'))
  }
  const findings = fitFindings(placeFindings(redacted.findings, storedPrompt, storedResponse), notes)
  const content = beatContentText({
    prompt: storedPrompt?.text ?? null,
    response: storedResponse?.text ?? null,
    meta: input.meta ? (redactValue(input.meta).value as Meta) : null,
    reported,
    truncated: truncatedOf(storedPrompt, storedResponse),
  })
  const salt = randomHex(16)
  const id = input.id ?? newId('bt_')
  const header = frameBeatHeader({
    ...verdict,
    id,
    findings,
    client_timestamp: input.client_timestamp ? isoOrNull(input.client_timestamp) : null,
    enforcement: input.enforcement ?? null,
    warnings: notes,
    content_commitment: contentCommitment(salt, content),
  })
  return {
    id,
    id_chosen: input.id != null,
    header,
    content,
    salt,
    figures: {
      score: verdict.alignment_score,
      color: verdict.color,
      flatline: verdict.flatline,
      violations: verdict.violations.length,
      rules: rulesOf(findings),
    },
  }
}

/** The rules behind violations, without repeats. [R2] */
function rulesOf(findings: readonly Finding[]): string[] {
  const counted = findings.filter((finding) => finding.severity !== 'info')
  return [...new Set(counted.map((finding) => finding.rule_id))]
}

/** The guardian's verdict, with the client's own report: the worse of the two stands. [B15] */
export function judge(input: ReadBeat['input'], reported: Reported | null, standards: Standards): Verdict {
  return judgeWithHits(input, reported, standards).verdict
}

function judgeWithHits(input: ReadBeat['input'], reported: Reported | null, standards: Standards): Judged {
  const { prompt = null, response = null, confidence = null, meta } = input
  const exchange = { prompt, response, confidence, ...(meta && { meta }) }
  const { verdict, hits } = guardianFor(standards).evaluateWithHits(exchange)
  const thresholds = { green: standards.settings.green_from, yellow: standards.settings.yellow_from }
  const judged = reported === null ? verdict : withReported(verdict, reported, thresholds)
  // A confidence that was given but made no sense is null; only a missing one is derived. [B8]
  return { verdict: input.confidence === null ? { ...judged, confidence: null } : judged, hits }
}

/** What the client says of its own verdict, in one form, its texts redacted; null when it says nothing. */
export function reportedOf(input: ReadBeat['input']): Reported | null {
  const color = input.reported?.color ?? input.status ?? input.color
  const violations = input.reported?.violations ?? input.violations
  const flatline = input.reported?.flatline ?? input.flatline
  const redactions = input.reported?.redactions
  const reported: Reported = {
    ...(color != null && { color }),
    ...(violations != null && { violations: violations.map((title) => redactText(title).text) }),
    ...(flatline != null && { flatline }),
    ...(redactions && { redactions: redactValue(redactions).value as Record<string, number> }),
  }
  return Object.keys(reported).length === 0 ? null : reported
}

function truncatedOf(prompt: StoredText | null, response: StoredText | null) {
  if (!prompt?.cut && !response?.cut) return null
  return { ...(prompt?.cut && { prompt: prompt.cut }), ...(response?.cut && { response: response.cut }) }
}

/** Moves spans from the whole texts to the stored ones; a span inside the cut is dropped. */
function placeFindings(
  findings: Finding[],
  prompt: StoredText | null,
  response: StoredText | null,
): Finding[] {
  if (!prompt?.cut && !response?.cut) return findings
  return findings.map((finding) => ({
    ...finding,
    spans: finding.spans.flatMap((span) => {
      const stored = span.in === 'prompt' ? prompt : response
      if (!stored) return []
      const placed = { ...span, start: stored.place(span.start), end: stored.place(span.end) }
      return placed.start < placed.end ? [placed] : []
    }),
  }))
}

/** Keeps the worst findings whole as far as they fit; they come worst first. */
function fitFindings(findings: Finding[], warnings: Warning[]): Finding[] {
  if (findings.length < 10 && findings.every((finding) => finding.spans.length < 20)) return findings
  let bytes = 0
  const fit = findings.filter((finding) => (bytes += utf8Length(JSON.stringify(finding))) <= findingsBytes)
  if (fit.length < findings.length) {
    warnings.push(warning('findings_limited', 'findings', `Only the worst ${fit.length} findings are kept.`))
  }
  return fit
}

/** The client's own time, or null where it is none that ISO 8601 writes with four digits of a year. */
function isoOrNull(text: string): string | null {
  const ms = Date.parse(text)
  return ms >= yearZero && ms < yearTenThousand ? new Date(ms).toISOString() : null
}

const yearZero = Date.parse('0000-01-01T00:00:00.000Z')
const yearTenThousand = Date.parse('9999-12-31T23:59:59.999Z') + 1
