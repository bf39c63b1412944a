import 'uplot/dist/uPlot.min.css'
import './compare.css'
import { useComputed, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Run } from '../../../protocol/run.ts'
import { type Account, listRuns } from '../api/calls.ts'
import { address, changeQuery } from '../app/navigation.ts'
import { Blank } from '../parts/blank.tsx'
import { Link } from '../parts/link.tsx'
import { runName } from '../run/run-name.ts'
import { CompareChart } from './compare-chart.tsx'
import { BASELINE, type CompareQuery, readCompareQuery, writeCompareQuery } from './compare-query.ts'
import { FiguresTable, RulesTable } from './compare-tables.tsx'
import { Distribution } from './distribution.tsx'
import { RunPicker } from './run-picker.tsx'
import { readSide, type Side, type SideState } from './side.ts'

/** Two runs, or a run and its project's baseline, side by side. */
export function ComparePage({ account }: { account: Account }) {
  const query = useComputed(() => readCompareQuery(address.value.query))
  const runs = useSignal<Run[]>([])
  const { a, b, by } = query.value
  const first = useSide(a)
  const baseline = baselineOf(first, account)
  const second = useSide(b === BASELINE ? baseline : b)

  useEffect(() => {
    document.title = 'Compare · Custos'
    void listRuns().then((page) => page.ok && (runs.value = page.value.data))
  }, [])

  const change = (part: Partial<CompareQuery>) => changeQuery(writeCompareQuery({ ...query.peek(), ...part }))
  return (
    <main class="page compare">
      <div class="page-head">
        <h1>Compare</h1>
        <div class="tabs" role="group" aria-label="Lay one over the other by">
          {(['beat', 'time'] as const).map((each) => (
            <button
              key={each}
              type="button"
              class="tab"
              aria-pressed={by === each}
              onClick={() => change({ by: each })}
            >
              {each === 'beat' ? 'By beat' : 'By time since start'}
            </button>
          ))}
        </div>
      </div>
      <div class="compare-sides">
        <RunPicker
          name="A"
          chosen={a}
          runs={runs.value}
          account={account}
          onChoose={(id) => change({ a: id })}
        />
        <button
          type="button"
          class="button button-quiet"
          disabled={a === null || b === null || b === BASELINE}
          onClick={() => change({ a: b, b: a })}
        >
          Swap
        </button>
        <RunPicker
          name="B"
          chosen={b}
          runs={runs.value}
          account={account}
          baseline
          onChoose={(id) => change({ b: id })}
        />
      </div>
      {b === BASELINE && baseline === null && first.is === 'here' ? (
        <p class="notice">
          The project of run A names no baseline. Choose one in the settings of the project, or another run
          here.
        </p>
      ) : (
        <Comparison a={first} b={second} by={by} account={account} />
      )}
    </main>
  )
}

interface ComparisonProps {
  a: SideState
  b: SideState
  by: CompareQuery['by']
  account: Account
}

function Comparison({ a, b, by, account }: ComparisonProps) {
  for (const [name, side] of [
    ['A', a],
    ['B', b],
  ] as const) {
    if (side.is === 'failed')
      return (
        <p class="notice notice-warn" role="status">
          Run {name}: {side.problem.title}. {side.problem.detail}
        </p>
      )
  }
  if (a.is === 'loading' || b.is === 'loading') return <Blank title="Reading the runs…" line="busy" />
  if (a.is !== 'here' || b.is !== 'here')
    return (
      <Blank title="Choose two runs" line="calm">
        <p>Their scores are laid over each other, and their figures and rules stand side by side.</p>
      </Blank>
    )
  return (
    <>
      <section class="compare-part" aria-label="Trace">
        <ul class="compare-legend">
          <LegendItem name="a" side={a.side} account={account} />
          <LegendItem name="b" side={b.side} account={account} />
        </ul>
        <CompareChart a={a.side.points} b={b.side.points} by={by} />
        <p class="quiet">
          Lines are means, bands reach from the lowest to the highest score;{' '}
          {by === 'beat' ? 'the axis counts beats' : 'the axis is the time since the first beat'}.
        </p>
      </section>
      <div class="compare-grid">
        <Distribution a={a.side} b={b.side} />
        <FiguresTable a={a.side} b={b.side} />
      </div>
      <RulesTable a={a.side} b={b.side} account={account} />
    </>
  )
}

function LegendItem({ name, side, account }: { name: 'a' | 'b'; side: Side; account: Account }) {
  return (
    <li>
      <span class={`key-${name}`} aria-hidden="true" /> {name.toUpperCase()}:{' '}
      <Link to={{ at: 'run', runId: side.run.id }}>{runName(side.run, account)}</Link>
    </li>
  )
}

/** Reads a run whenever another is chosen. */
function useSide(runId: string | null): SideState {
  const state = useSignal<SideState>({ is: 'none' })
  useEffect(() => {
    if (runId === null) {
      state.value = { is: 'none' }
      return undefined
    }
    let over = false
    async function read(id: string) {
      const side = await readSide(id)
      if (over) return
      state.value = side.ok ? { is: 'here', side: side.value } : { is: 'failed', problem: side.problem }
    }
    state.value = { is: 'loading' }
    void read(runId)
    return () => {
      over = true
    }
  }, [runId])
  return state.value
}

function baselineOf(state: SideState, account: Account): string | null {
  if (state.is !== 'here') return null
  const project = account.projects.find(({ id }) => id === state.side.run.project_id)
  return project?.settings.baseline_run_id ?? null
}
