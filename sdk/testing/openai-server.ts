import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server that speaks enough of OpenAI's protocol for its client: every answer says `reply`. */
export interface OpenAIServer {
  url: string
  reply: string
  toolArguments: string | null
  bodies: Record<string, unknown>[]
  close(): Promise<void>
}

export async function startOpenAIServer(): Promise<OpenAIServer> {
  const state: OpenAIServer = {
    url: '',
    reply: '',
    toolArguments: null,
    bodies: [],
    close: () => Promise.resolve(),
  }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>
      state.bodies.push(body)
      const isChat = request.url?.endsWith('/chat/completions') ?? false
      if (body['stream'] !== true) {
        response.writeHead(200, { 'content-type': 'application/json', 'x-request-id': 'req_1' })
        response.end(JSON.stringify(isChat ? completion(state) : responseOf(state.reply)))
        return
      }
      response.writeHead(200, { 'content-type': 'text/event-stream', 'x-request-id': 'req_1' })
      for (const event of isChat ? chunksOf(state.reply) : eventsOf(state.reply)) {
        const name = 'type' in event ? `event: ${event.type}\n` : ''
        response.write(`${name}data: ${JSON.stringify(event)}\n\n`)
      }
      response.end(isChat ? 'data: [DONE]\n\n' : '')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  state.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return state
}

const tokens = (text: string): string[] => text.split(/(?<=.{3})/s)

function completion({ reply, toolArguments }: OpenAIServer) {
  const call = { id: 'call_1', type: 'function', function: { name: 'mail', arguments: toolArguments } }
  const message =
    toolArguments === null
      ? { role: 'assistant', content: reply, refusal: null }
      : { role: 'assistant', content: null, refusal: null, tool_calls: [call] }
  const finish_reason = toolArguments === null ? 'stop' : 'tool_calls'
  return {
    id: 'chatcmpl_1',
    object: 'chat.completion',
    created: 1,
    model: 'm',
    choices: [{ index: 0, message, finish_reason, logprobs: null }],
  }
}

const chunk = (delta: object, finish_reason: string | null = null) => ({
  id: 'chatcmpl_1',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'm',
  choices: [{ index: 0, delta, finish_reason }],
})

function chunksOf(reply: string) {
  const texts = tokens(reply).map((content) => chunk({ content }))
  return [chunk({ role: 'assistant', content: '' }), ...texts, chunk({}, 'stop')]
}

function responseOf(reply: string) {
  const content = [{ type: 'output_text', text: reply, annotations: [] }]
  const output = [{ id: 'msg_1', type: 'message', role: 'assistant', status: 'completed', content }]
  return { id: 'resp_1', object: 'response', created_at: 1, model: 'm', status: 'completed', output }
}

function eventsOf(reply: string) {
  const place = { item_id: 'msg_1', output_index: 0, content_index: 0 }
  const empty = { ...responseOf(''), status: 'in_progress', output: [] }
  const part = { type: 'output_text', text: '', annotations: [] }
  const item = { id: 'msg_1', type: 'message', role: 'assistant', status: 'in_progress', content: [] }
  return [
    { type: 'response.created', response: empty },
    { type: 'response.output_item.added', output_index: 0, item },
    { type: 'response.content_part.added', ...place, part },
    ...tokens(reply).map((delta) => ({ type: 'response.output_text.delta', ...place, delta })),
    { type: 'response.output_text.done', ...place, text: reply },
    { type: 'response.completed', response: responseOf(reply) },
  ].map((event, at) => ({ ...event, sequence_number: at }))
}
