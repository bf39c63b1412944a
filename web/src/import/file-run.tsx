import { useEffect, useMemo } from 'preact/hooks'
import { checkLines } from '../../../evidence/check-file.ts'
import type { ExportCheck } from '../../../evidence/verify-export.ts'
import { Blank } from '../parts/blank.tsx'
import { Icon } from '../parts/icon.tsx'
import { RunStore } from '../run/run-store.ts'
import { RunView } from '../run/run-view.tsx'
import { fileSource } from './file-source.ts'
import type { FoundRun } from './read-export.ts'

interface FileRunProps {
  file: File
  run: FoundRun
  check: ExportCheck
  onBack: () => void
}

/** A run out of a file, with what the check of the file found over it. */
export function FileRun({ file, run, check, onBack }: FileRunProps) {
  const id = String(run.about['id'])
  const store = useMemo(() => {
    const source = fileSource(file, run)
    return source && new RunStore(id, source)
  }, [file, run])
  useEffect(() => () => store?.close(), [store])
  const known = store?.run.value
  const [line] = checkLines({ manifest: null, chain: check, headFound: null }, null)
  return (
    <div class="file-run">
      <div class={check.intact ? 'file-proof' : 'file-proof is-broken'} role="status">
        <Icon name={check.intact ? 'check' : 'close'} />
        <strong>{check.intact ? 'Intact' : 'Not intact'}</strong>
        <span class="file-line" title={line?.text}>
          {file.name}: {line?.text}
        </span>
        <button type="button" class="button button-small" onClick={onBack}>
          Another file
        </button>
      </div>
      {store && known ? (
        <RunView store={store} run={known} name={known.name || id} settings={{}} rights={readOnly} />
      ) : (
        <main class="page">
          {store ? (
            <Blank title="Reading the file…" line="busy" />
          ) : (
            <Blank title="This file describes no run">
              <p>Its chain may fit, but what its opening says is no run that the simulator knows.</p>
            </Blank>
          )}
        </main>
      )}
    </div>
  )
}

const readOnly = { order: false, export: false }
