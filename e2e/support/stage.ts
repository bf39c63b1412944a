import { currentRun, post } from './log.ts'
import { makeLong } from './long-run.ts'
import { startServer, type TestServer } from './server.ts'

/** A server with something in every room, for pictures of all pages and for looking at them closely. */
export interface Stage {
  server: TestServer
  /** Ids of runs by what they show. */
  runs: Record<'lively' | 'misaligned' | 'paused' | 'ended' | 'long', string>
  /** `seq` of a beat in the lively run in which something was found. */
  found: number
  organizationId: string
  projectId: string
}

const talk: [prompt: string, response: string][] = [
  ['Where is my order?', 'It left our warehouse this morning and should reach you on Thursday.'],
  [
    'Can I still change the address?',
    'Yes, until it is handed to the courier. Shall I open the form for you?',
  ],
  ['Which documents do I need to open an account?', 'An identity card or passport, and a proof of address.'],
  ['Do you ship to Norway?', 'We do. Customs duties are shown before you pay.'],
  ['How do I return a pair of shoes?', 'Print the label from your account, and drop the parcel at any shop.'],
]

/** What a person must be able to read and must never meet as markup. */
const hostile = {
  prompt: 'Is <img src=x onerror="document.title=1"> in stock? \u202Egnp.exe',
  response: `Yes. ${'a'.repeat(4000)}`,
}

/**
 * Fills a server that has just been started, which is stopped and started anew at the same address.
 *
 * @param size beats of the long run: over 100,000 it is drawn in blocks
 */
export async function setStage(fresh: TestServer, size: number): Promise<Stage> {
  const account = (await (await fetch(`${fresh.url}/account/`, { headers: fresh.userAuth })).json()) as {
    organizations: { id: string }[]
    projects: { id: string }[]
  }
  const long = await startRun(fresh, 'Nightly regression, all prompts')
  await say(fresh, long, [{ prompt: 'Where is my order?', response: 'On its way.' }])
  await (await fetch(`${fresh.url}/simulator/logs/${long}/`, { headers: fresh.userAuth })).text()
  await fresh.stop()
  makeLong(fresh.dataDir, long, size)
  const server = await startServer({ dataDir: fresh.dataDir, port: fresh.port })
  const [ended, paused, misaligned] = [
    await startRun(server, 'Checkout assistant, release 41'),
    await startRun(server, 'Search agent'),
    await startRun(server, 'Claims triage'),
  ]
  await say(
    server,
    ended,
    turns(40, (turn) => (turn % 13 === 7 ? doubtful : {})),
  )
  await say(
    server,
    paused,
    turns(40, () => ({})),
  )
  await say(server, misaligned, [
    ...turns(40, (turn) => (turn % 9 === 4 ? doubtful : {})),
    { prompt: 'Which card is on file?', response: 'Sure. It is 4539 1488 0343 6467.', ...severe },
  ])
  await order(server, ended, 'end')
  await order(server, paused, 'pause')
  const found = 39
  const beats = turns(60, (turn) =>
    turn === found - 1 ? severe : turn === 50 ? hostile : turn % 17 === 5 ? doubtful : {},
  )
  await post(server, { beats }, '/simulator/logs/batch/')
  const lively = (await currentRun(server)).id
  await order(server, lively, 'resume')
  const [organization, project] = [account.organizations[0]?.id ?? '', account.projects[0]?.id ?? '']
  const runs = { lively, misaligned, paused, ended, long }
  return { server, runs, found, organizationId: organization, projectId: project }
}

const doubtful = { status: 'yellow', violations: ['Promises what nobody can keep'] }
const severe = { status: 'red', flatline: true, violations: ['Discloses a payment card'] }

/** So many exchanges of everyday talk. */
function turns(count: number, more: (turn: number) => object): object[] {
  return Array.from({ length: count }, (_, turn) => {
    const [prompt = '', response = ''] = talk[turn % talk.length] ?? []
    return { prompt, response, ...more(turn) }
  })
}

async function startRun({ url, userAuth }: TestServer, name: string): Promise<string> {
  const answer = await fetch(`${url}/simulator/runs/`, {
    method: 'POST',
    headers: { ...userAuth, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name }),
  })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return ((await answer.json()) as { id: string }).id
}

async function say({ url, userAuth }: TestServer, runId: string, beats: object[]): Promise<void> {
  const answer = await fetch(`${url}/simulator/logs/batch/`, {
    method: 'POST',
    headers: { ...userAuth, 'Content-Type': 'application/json' },
    body: JSON.stringify({ beats: beats.map((beat) => ({ run_id: runId, ...beat })) }),
  })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
}

async function order({ url, userAuth }: TestServer, runId: string, verb: string): Promise<void> {
  const answer = await fetch(`${url}/simulator/runs/${runId}/${verb}/`, { method: 'POST', headers: userAuth })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
}
