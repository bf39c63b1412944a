import './playground.css'
import '../beat/beat.css'
import { useComputed, useSignal, useSignalEffect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Verdict } from '../../../protocol/verdict.ts'
import type { Account } from '../api/calls.ts'
import { count, score } from '../app/format.ts'
import { EvidenceText } from '../beat/evidence-text.tsx'
import { Findings, Probes } from '../beat/findings.tsx'
import { Risks } from '../beat/risks.tsx'
import { Blank } from '../parts/blank.tsx'
import { markWords, Shape } from '../parts/shape.tsx'
import { markOf } from '../trace/columns.ts'
import { Examples } from './examples.tsx'
import { guardianOf, judge, type Draft, type Evaluate, type Judged, type Project } from './guardian.ts'
import { SendBeat } from './send-beat.tsx'
import { StandardsChoice } from './standards-choice.tsx'

const JUDGE_AFTER_MS = 120

/** Type or paste an exchange and see what the guardian says of it. Nothing leaves the browser until it is sent. */
export function PlaygroundPage({ account }: { account: Account }) {
  const prompt = useSignal('')
  const response = useSignal('')
  const judged = useSignal<Judged | null>(null)
  const failed = useSignal(false)
  const projectId = useSignal(account.api_keys[0]?.project_id ?? account.projects[0]?.id ?? null)
  const evaluate = useSignal<Evaluate | null>(null)
  const draft = useComputed<Draft>(() => ({
    prompt: prompt.value || null,
    response: response.value || null,
  }))

  useEffect(() => void (document.title = 'Playground · Custos'), [])

  async function load(project: Project | null) {
    const isWanted = () => (project?.id ?? null) === projectId.peek()
    try {
      const guardian = await guardianOf(project)
      if (!isWanted()) return
      failed.value = false
      evaluate.value = guardian
    } catch {
      if (isWanted()) failed.value = true
    }
  }

  useSignalEffect(() => {
    void load(account.projects.find(({ id }) => id === projectId.value) ?? null)
  })

  useSignalEffect(() => {
    const current = draft.value
    const guardian = evaluate.value
    if (guardian === null || (current.prompt === null && current.response === null)) {
      judged.value = null
      return undefined
    }
    const judgeNow = () => (judged.value = judge(guardian, current, () => performance.now()))
    const timer = setTimeout(judgeNow, JUDGE_AFTER_MS)
    return () => clearTimeout(timer)
  })

  return (
    <main class="page playground">
      <div class="page-head">
        <h1>Playground</h1>
        <StandardsChoice
          account={account}
          chosen={projectId.value}
          onChoose={(id) => (projectId.value = id)}
        />
        <Examples
          onChoose={(chosen) => {
            prompt.value = chosen.prompt ?? ''
            response.value = chosen.response ?? ''
          }}
        />
      </div>
      <p class="quiet">
        Judged in this browser, by the same guardian as on the server. Nothing is sent until you send it.
      </p>
      <div class="playground-columns">
        <div class="drafts">
          <DraftField label="Prompt" value={prompt.value} onInput={(text) => (prompt.value = text)} />
          <DraftField label="Response" value={response.value} onInput={(text) => (response.value = text)} />
          <SendBeat draft={draft.value} account={account} />
        </div>
        <section class="judged" aria-label="Verdict" aria-live="polite">
          {failed.value ? (
            <p class="notice notice-warn">
              The guardian or the policy could not be loaded. Reload the page to try again.
            </p>
          ) : judged.value ? (
            <VerdictView judged={judged.value} draft={draft.value} />
          ) : (
            <Blank title="What would the guardian say?">
              <p>Type a prompt, a response, or both. The verdict follows as you type.</p>
            </Blank>
          )}
        </section>
      </div>
    </main>
  )
}

interface DraftFieldProps {
  label: string
  value: string
  onInput: (text: string) => void
}

function DraftField({ label, value, onInput }: DraftFieldProps) {
  return (
    <label class="draft">
      <span>
        {label} <span class="quiet">{value.length > 0 && `${count(value.length)} characters`}</span>
      </span>
      <textarea
        rows={9}
        dir="auto"
        spellcheck={false}
        value={value}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    </label>
  )
}

function VerdictView({ judged: { verdict, microseconds }, draft }: { judged: Judged; draft: Draft }) {
  const mark = markOf(verdict)
  const said = { ...draft, findings: verdict.findings, truncated: null }
  return (
    <>
      <div class={`verdict mark-${mark}`}>
        <Shape mark={mark} silent />
        <strong class="verdict-score">{score(verdict.alignment_score)}</strong>
        <span class="verdict-word">
          {markWords[mark]}
          {verdict.refused && <span class="tag">refused</span>}
        </span>
        <span class="quiet verdict-time">{time(microseconds)} in this browser</span>
      </div>
      <Findings findings={verdict.findings} reported={verdict.violations} />
      {draft.prompt !== null && <EvidenceText part="prompt" beat={said} />}
      {draft.response !== null && <EvidenceText part="response" beat={said} />}
      <Risks risks={verdict.risks} />
      <Probes probes={verdict.probes} />
      <p class="quiet">{engineWords(verdict)}</p>
    </>
  )
}

function time(microseconds: number): string {
  return microseconds < 1000
    ? `${count(Math.round(microseconds))} µs`
    : `${(microseconds / 1000).toFixed(1)} ms`
}

function engineWords({ engine, confidence }: Verdict): string {
  const sure = confidence === null ? '' : ` Confidence ${score(confidence)}.`
  return `${engine.name} ${engine.version}, policy ${engine.policy.id} ${engine.policy.version}, ${engine.tiers.join(' and ')}.${sure}`
}
