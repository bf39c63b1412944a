import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A beat as it came in, already parsed. */
export type PostedBeat = Record<string, unknown> & {
  id?: string
  prompt?: string | null
  response?: string | null
}

/** What a test wants a request answered with, instead of the protocol's own answer. */
export interface Reply {
  status: number
  body?: unknown
  headers?: Record<string, string>
  /** Cut the connection without an answer. */
  cut?: boolean
}

/** A request as it came in. */
export interface Posted {
  path: string
  authorization: string | undefined
  body: Record<string, unknown>
}

/**
 * A server of real sockets that speaks docs/spec.md as far as an SDK can see, without a guardian: red when the
 * response holds "red", a flatline when it holds "flatline", yellow when it holds "yellow". Ids are idempotent
 * as in B4.
 */
export interface NullServer {
  url: string
  /** Distinct beats, in order of arrival. */
  beats: PostedBeat[]
  amendments: { path: string; body: Record<string, unknown> }[]
  requests: Posted[]
  /** Asked before each request is answered; what it returns is the answer. */
  intercept: (request: Posted) => Reply | null | Promise<Reply | null>
  runStatus: string
  /** The text of a beat whose colour counts. */
  judged: (beat: PostedBeat) => string
  /** Stand in every verdict that is not green. */
  probes: readonly unknown[]
  close(): Promise<void>
}

export async function startNullServer(): Promise<NullServer> {
  const seqs = new Map<string, number>()
  const state: NullServer = {
    url: '',
    beats: [],
    amendments: [],
    requests: [],
    intercept: () => null,
    runStatus: 'active',
    judged: ({ response }) => response ?? '',
    probes: [],
    close: () => Promise.resolve(),
  }

  const receive = (beat: PostedBeat): { status: number; beat: unknown } => {
    const id = beat.id ?? `bt_${seqs.size}`
    const duplicate = seqs.has(id)
    if (!duplicate) {
      state.beats.push(beat)
      seqs.set(id, seqs.size + 1)
    }
    return { status: duplicate ? 200 : 201, beat: receipt(beat, id, seqs.get(id) ?? 0, state) }
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Record<string, unknown>
    const path = request.url ?? ''
    const posted = { path, authorization: request.headers.authorization, body }
    state.requests.push(posted)
    const reply = (await state.intercept(posted)) ?? respond(path, body)
    if (reply.cut) {
      request.socket.destroy()
      return
    }
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers })
    response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? {}))
  }

  const respond = (path: string, body: Record<string, unknown>): Reply => {
    if (path === '/simulator/logs/batch/') {
      return { status: 200, body: { results: (body['beats'] as PostedBeat[]).map(receive) } }
    }
    if (path.endsWith('/amendments/')) {
      state.amendments.push({ path, body })
      return { status: 201, body: {} }
    }
    if (body['kind'] === 'heartbeat') {
      return { status: 201, body: { ok: true, run_id: 'run_1', status: state.runStatus } }
    }
    if (path === '/api/v1/evaluate/') return { status: 200, body: verdictOn(body, state) }
    const { status, beat } = receive(body)
    return { status, body: beat }
  }

  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  state.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return state
}

function receipt(beat: PostedBeat, id: string, seq: number, state: NullServer): unknown {
  const { runStatus } = state
  return {
    ...verdictOn(beat, state),
    id,
    log_id: id,
    run_id: 'run_1',
    seq,
    while_paused: runStatus === 'paused',
    run_status: runStatus,
  }
}

function verdictOn(beat: PostedBeat, state: NullServer): object {
  const text = state.judged(beat)
  const flatline = text.includes('flatline')
  const color = flatline || text.includes('red') ? 'red' : text.includes('yellow') ? 'yellow' : 'green'
  return {
    alignment_score: { green: 1, yellow: 0.8, red: 0.3 }[color],
    color,
    flatline,
    violations: color === 'green' ? [] : [`It said ${color}`],
    findings: [],
    refused: false,
    risks: {},
    probes: color === 'green' ? [] : state.probes,
    confidence: beat['confidence'] ?? null,
    engine: { name: 'null', version: '0', policy: { id: 'none', version: '0' }, tiers: [] },
  }
}

/** A problem as the server words it. */
export function problemReply(status: number, code: string, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers,
    body: { type: `urn:custos:problem:${code}`, title: code, status, code, detail: `No: ${code}.` },
  }
}
