import './verify.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import {
  checkFile,
  checkLines,
  isNoExport,
  isUnkeyed,
  type CheckLine,
  type FileCheck,
} from '../../../evidence/check-file.ts'
import type { SignedManifest } from '../../../protocol/export.ts'
import { go } from '../app/navigation.ts'
import { Link } from '../parts/link.tsx'
import { chainless } from './chainless.ts'
import { DropField } from './drop-field.tsx'
import { handedFile } from './handed-file.ts'
import { fileAtHand } from './read-bytes.ts'
import { readKeys, readManifest } from './read-proof.ts'
import { Verdict } from './verdict.tsx'

type State =
  | { is: 'empty' }
  | { is: 'busy'; share: number }
  | { is: 'done'; verdict: FileCheck['verdict']; lines: CheckLine[]; opens: boolean; unkeyed: boolean }
  | { is: 'failed'; why: string }

const keysPath = '/.well-known/custos-keys.json'

/** Checks a file in the browser: nothing of it is sent anywhere. [X10] [X12] */
export function VerifyPage() {
  const state = useSignal<State>({ is: 'empty' })
  const file = useSignal<File | null>(null)
  const signed = useSignal<{ name: string; manifest: SignedManifest } | null>(null)
  const keys = useSignal('')
  const head = useSignal('')

  useEffect(() => {
    document.title = 'Check an export · Custos'
  }, [])

  async function check() {
    const chosen = file.peek()
    if (!chosen) return
    state.value = { is: 'busy', share: 0 }
    try {
      const manifest = signed.peek()?.manifest ?? null
      const alone = manifest ? null : chainless(chosen.name)
      if (alone !== null) throw new Error(alone)
      const known = manifest && (keys.peek().trim() ? readKeys(keys.peek()) : [])
      if (manifest && known === null) throw new Error('What stands as keys is no list of keys.')
      const at = fileAtHand(chosen, (read) => {
        state.value = { is: 'busy', share: chosen.size === 0 ? 1 : read / chosen.size }
      })
      const found = await checkFile(at, {
        signed: manifest,
        keys: known ?? [],
        head: head.peek().trim() || null,
      })
      // Another file may have been chosen meanwhile.
      if (file.peek() !== chosen) return
      const lines = checkLines(found, manifest)
      const opens = found.chain !== null && !isNoExport(found.chain)
      const unkeyed = isUnkeyed(found.manifest)
      state.value = { is: 'done', verdict: found.verdict, lines, opens, unkeyed }
    } catch (error) {
      state.value = { is: 'failed', why: error instanceof Error ? error.message : String(error) }
    }
  }

  async function takeManifest(chosen: File) {
    const manifest = readManifest(await chosen.text())
    if (!manifest) {
      state.value = { is: 'failed', why: `${chosen.name} is no signed manifest.` }
      return
    }
    signed.value = { name: chosen.name, manifest }
    await check()
  }

  async function fetchKeys() {
    const answer = await fetch(keysPath, { cache: 'no-store' }).catch(() => null)
    if (!answer?.ok) {
      state.value = { is: 'failed', why: 'This server did not answer with its keys.' }
      return
    }
    keys.value = await answer.text()
    if (readKeys(keys.value)?.length === 0) {
      state.value = { is: 'failed', why: 'This server has no keys: it signs nothing.' }
      return
    }
    await check()
  }

  return (
    <main class="page verify">
      <header class="page-head">
        <h1>Check an export</h1>
        <Link to={{ at: 'runs' }} class="button button-quiet">
          All runs
        </Link>
      </header>
      <p class="quiet">
        The check runs in this browser, and nothing of the file leaves it. A JSON or NDJSON export proves
        itself: each entry hangs on the one before it. A CSV or a PDF needs its signed manifest.
      </p>
      <DropField
        label="Drop an export here"
        hint="or choose one: JSON, NDJSON, CSV, PDF"
        name={file.value?.name ?? null}
        accept=".json,.ndjson,.csv,.pdf"
        onFile={(chosen) => {
          file.value = chosen
          void check()
        }}
      />
      <Verdict state={state.value} />
      {state.value.is === 'done' && state.value.unkeyed && (
        <div class="verify-actions">
          <button type="button" class="button" onClick={() => void fetchKeys()}>
            Fetch the keys from this server
          </button>
        </div>
      )}
      {state.value.is === 'done' && state.value.opens && (
        <div class="verify-actions">
          <button
            type="button"
            class="button button-main"
            onClick={() => {
              handedFile.value = file.value
              go({ at: 'import' })
            }}
          >
            Open in the simulator
          </button>
        </div>
      )}
      <details
        class="verify-more"
        open={signed.value !== null || file.value?.name.match(/\.(csv|pdf)$/i) != null}
      >
        <summary>Who signed it, and a head noted elsewhere</summary>
        <DropField
          label="Drop the signed manifest here"
          hint="as the server gave it with the file"
          name={signed.value?.name ?? null}
          accept=".json"
          onFile={(chosen) => void takeManifest(chosen)}
        />
        <label class="field">
          <span>Keys of the server that signed</span>
          <textarea
            rows={4}
            spellcheck={false}
            value={keys.value}
            placeholder='{"keys": [ … ]}'
            onInput={({ currentTarget }) => (keys.value = currentTarget.value)}
            onChange={() => void check()}
          />
        </label>
        <p class="quiet">
          Best are keys that you kept from before: those that the server gives now prove only that it agrees
          with itself.{' '}
          <button type="button" class="button button-small" onClick={() => void fetchKeys()}>
            Fetch them from this server
          </button>
        </p>
        <label class="field">
          <span>Head that was noted elsewhere</span>
          <input
            type="text"
            spellcheck={false}
            value={head.value}
            onInput={({ currentTarget }) => (head.value = currentTarget.value)}
            onChange={() => void check()}
          />
        </label>
      </details>
    </main>
  )
}
