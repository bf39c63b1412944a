import { createServer } from 'node:http'

/**
 * A process that takes whatever an SDK reports and counts it, with the least work there is: beats, and spans as OTLP's
 * JSON has them. `GET /count` answers the count and begins anew; while `POST /hold` holds, nothing is answered.
 */
const verdict = {
  alignment_score: 1,
  color: 'green',
  flatline: false,
  violations: [],
  findings: [],
  refused: false,
  risks: {},
  probes: [],
  confidence: null,
  engine: { name: 'null', version: '0', policy: { id: 'none', version: '0' }, tiers: [] },
  run_id: 'run_1',
  seq: 1,
  while_paused: false,
  run_status: 'active',
}
const answers = new Map<number, string>()
let count = 0
let held = false

/** An answer to so many beats; ids are not looked at, as nothing here is sent twice. */
function batchAnswer(beats: number): string {
  const known = answers.get(beats)
  if (known !== undefined) return known
  const results = Array.from({ length: beats }, () => ({ status: 201, beat: { id: 'bt_1', ...verdict } }))
  const text = JSON.stringify({ results })
  answers.set(beats, text)
  return text
}

const single = JSON.stringify({ id: 'bt_1', ...verdict })

function answerTo(path: string, body: string): string {
  if (path === '/simulator/logs/batch/') {
    const beats = body.split('"kind":"response"').length - 1
    count += beats
    return batchAnswer(beats)
  }
  if (path === '/simulator/logs/') {
    if (body.includes('"kind":"heartbeat"')) return '{"ok":true,"run_id":"run_1","status":"active"}'
    count++
    return single
  }
  count += body.split('"spanId":"').length - 1
  return '{}'
}

const server = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8')
  request.on('data', (chunk: string) => (body += chunk))
  request.on('end', () => {
    const path = request.url ?? ''
    if (path === '/hold' || path === '/release') {
      held = path === '/hold'
      response.end()
    } else if (path === '/count') {
      response.end(String(count))
      count = 0
    } else if (!held) {
      response.setHeader('content-type', 'application/json')
      response.end(answerTo(path, body))
    }
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address !== null) console.log(`http://127.0.0.1:${address.port}`)
})
