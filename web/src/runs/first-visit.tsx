import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { type Account, getLatestRun } from '../api/calls.ts'
import { go } from '../app/navigation.ts'
import { may, roleIn } from '../app/rights.ts'
import { toast } from '../app/toasts.tsx'
import { Blank } from '../parts/blank.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { Link } from '../parts/link.tsx'
import { sendSampleBeat } from './sample-beat.ts'

const LOOK_EVERY_MS = 2000

/** What one sees before the first beat: three steps, of which any gets the trace moving. */
export function FirstVisit({ account, keyId }: { account: Account; keyId?: string }) {
  const key = account.api_keys.find(({ id }) => id === keyId) ?? account.api_keys[0]
  const busy = useSignal(false)
  async function lookForRun(id: string) {
    const run = await getLatestRun(id)
    // On the page of a key the page itself goes on; here the run is gone to.
    if (run.ok && run.value && keyId === undefined) go({ at: 'run', runId: run.value.id })
  }

  useEffect(() => {
    document.title = 'First beat · Custos'
    if (!key || keyId !== undefined) return undefined
    const timer = setInterval(() => {
      void lookForRun(key.id)
    }, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [key?.id])

  async function sendSample() {
    if (!key) return
    busy.value = true
    const run = await sendSampleBeat(key.id)
    busy.value = false
    if (run.ok && keyId === undefined) go({ at: 'run', runId: run.value.id })
    else if (!run.ok) toast(`${run.problem.title}. ${run.problem.detail}`, 'bad')
  }

  if (!key) return <NoKey account={account} />
  const environment = `export CUSTOS_BACKEND_URL=${location.origin}\nexport CUSTOS_API_KEY=<your key, ${key.prefix}…>`
  return (
    <main class="page">
      <Blank title="Waiting for the first beat" line="busy">
        <p>
          Wrap your model’s call, and every exchange becomes a beat on the trace. This page opens the run by
          itself when the first one arrives.
        </p>
        <button
          type="button"
          class="button button-main"
          disabled={busy.value}
          onClick={() => void sendSample()}
        >
          {busy.value ? 'Sending…' : 'Send a sample beat'}
        </button>
      </Blank>
      <ol class="steps">
        <li>
          <h2>Say where, and who</h2>
          <p>
            Your key begins with <code>{key.prefix}</code>. The whole of it is shown only once, where it was
            made: <code>npm start</code> prints it and keeps it in its data folder.
          </p>
          <Code text={environment} />
        </li>
        <li>
          <h2>TypeScript</h2>
          <Code text={`import { guardian } from 'custos-labs'\n\nconst safe = guardian()(generate)`} />
        </li>
        <li>
          <h2>Python</h2>
          <Code text={`from custos import guardian\n\nsafe = guardian()(generate)`} />
        </li>
      </ol>
    </main>
  )
}

function Code({ text }: { text: string }) {
  return (
    <div class="code">
      <pre tabIndex={0}>{text}</pre>
      <CopyButton text={() => text} label="Copy" />
    </div>
  )
}

/** Why there is nothing to see yet, and the way on: it is another one for who may make a key, and who is invited. */
function NoKey({ account }: { account: Account }) {
  const own = account.projects.find(({ organization_id }) =>
    may(roleIn(account, organization_id), 'key:create'),
  )
  return (
    <main class="page">
      <Blank
        title={
          account.organizations.length === 0 ? 'You are in no organisation yet' : 'There is no API key yet'
        }
      >
        {account.organizations.length === 0 ? (
          <p>
            Were you invited? Open the link of that mail again and accept. Or{' '}
            <Link to={{ at: 'settings-account' }}>make an organisation of your own</Link>.
          </p>
        ) : own ? (
          <p>
            A key connects your code to this page.{' '}
            <Link to={{ at: 'settings-project', projectId: own.id }}>Make one</Link>.
          </p>
        ) : (
          <p>A key connects your code to this page. Ask an owner of your organisation for one.</p>
        )}
      </Blank>
    </main>
  )
}
