import './import.css'
import '../verify/verify.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { checkLines, isNoExport } from '../../../evidence/check-file.ts'
import { count } from '../app/format.ts'
import { go } from '../app/navigation.ts'
import { Link } from '../parts/link.tsx'
import { DropField } from '../verify/drop-field.tsx'
import { handedFile } from '../verify/handed-file.ts'
import { Verdict } from '../verify/verdict.tsx'
import { FileRun } from './file-run.tsx'
import { entriesIn, readExport, type FoundRun, type ReadExport } from './read-export.ts'

type State =
  | { is: 'empty' }
  | { is: 'busy'; share: number }
  | { is: 'failed'; why: string }
  | { is: 'open'; file: File; found: ReadExport; run: FoundRun | null }

/** Opens an export in the simulator, as a file: read-only, and without a server. */
export function ImportPage() {
  const state = useSignal<State>({ is: 'empty' })

  async function open(file: File) {
    state.value = { is: 'busy', share: 0 }
    try {
      const found = await readExport(file, (read) => {
        state.value = { is: 'busy', share: file.size === 0 ? 1 : read / file.size }
      })
      const [first] = found.runs
      state.value = { is: 'open', file, found, run: found.runs.length === 1 && first ? first : null }
    } catch (error) {
      state.value = { is: 'failed', why: error instanceof Error ? error.message : String(error) }
    }
  }

  useEffect(() => {
    document.title = 'Open an export · Custos'
    const handed = handedFile.peek()
    handedFile.value = null
    if (handed) void open(handed)
  }, [])

  const current = state.value
  if (current.is === 'open' && current.run) {
    const several = current.found.runs.length > 1
    return (
      <FileRun
        key={current.run}
        file={current.file}
        run={current.run}
        check={current.found.check}
        onBack={() => {
          go({ at: 'import' })
          state.value = several ? { ...current, run: null } : { is: 'empty' }
        }}
      />
    )
  }
  return (
    <main class="page verify">
      <header class="page-head">
        <h1>Open an export</h1>
        <Link to={{ at: 'verify' }} class="button button-quiet">
          Only check one
        </Link>
      </header>
      <p class="quiet">
        A JSON or NDJSON export is shown as the simulator shows a run, read-only, with its proof. It stays on
        this machine: nothing of it is sent anywhere.
      </p>
      <DropField
        label="Drop an export here"
        hint="or choose one: JSON, NDJSON"
        name={current.is === 'open' ? current.file.name : null}
        accept=".json,.ndjson"
        onFile={(file) => void open(file)}
      />
      <Verdict state={current.is === 'open' ? verdictOf(current.found) : current} />
      {current.is === 'open' && (
        <ul class="file-runs">
          {current.found.runs.map((run, index) => (
            <li key={index}>
              <button type="button" class="button" onClick={() => (state.value = { ...current, run })}>
                <strong>{nameOf(run)}</strong>
                <span class="quiet">{count(entriesIn(run))} entries</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </main>
  )
}

function verdictOf({ check }: ReadExport) {
  const verdict = check.intact ? 'intact' : isNoExport(check) ? 'unchecked' : 'broken'
  const lines = checkLines({ manifest: null, chain: check, headFound: null }, null)
  return { is: 'done', verdict, lines } as const
}

function nameOf({ about }: FoundRun): string {
  const { name, id } = about
  return typeof name === 'string' && name !== '' ? name : String(id)
}
