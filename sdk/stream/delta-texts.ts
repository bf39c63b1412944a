import { isRecord } from '../record.ts'

/** A stretch of text in an item of a stream: which of the stream's texts it continues, and where it stands. */
export interface Delta {
  channel: string
  text: string
  /** Path to it in the item; empty when the item is the text. */
  path: readonly (string | number)[]
}

/**
 * The new text in an item of a model's stream, as the usual clients give it. An item that repeats what came before
 * (a closing event with the whole text, say) adds none.
 */
export function deltaTexts(item: unknown): Delta[] {
  if (typeof item === 'string') return [{ channel: '', text: item, path: [] }]
  if (!isRecord(item)) return []
  const { choices, candidates, type } = item
  if (Array.isArray(choices)) return choices.flatMap((choice: unknown, at) => ofChoice(choice, at))
  if (Array.isArray(candidates)) return candidates.flatMap((each: unknown, at) => ofCandidate(each, at))
  if (typeof type === 'string') return ofEvent(item, type)
  for (const name of ['delta', 'text', 'content', 'response']) {
    const text = item[name]
    if (typeof text === 'string') return [{ channel: '', text, path: [name] }]
  }
  const { message, token } = item
  if (isRecord(message) && typeof message['content'] === 'string') {
    return [{ channel: '', text: message['content'], path: ['message', 'content'] }]
  }
  if (isRecord(token) && typeof token['text'] === 'string') {
    return [{ channel: '', text: token['text'], path: ['token', 'text'] }]
  }
  return []
}

/** Chat completions: one text a choice and kind, and the arguments of each tool call. */
function ofChoice(choice: unknown, at: number): Delta[] {
  if (!isRecord(choice)) return []
  const { delta, text, index = at } = choice
  const channel = `choice ${String(index)}`
  if (typeof text === 'string') return [{ channel, text, path: ['choices', at, 'text'] }]
  if (!isRecord(delta)) return []
  const found: Delta[] = []
  for (const name of ['content', 'refusal', 'reasoning_content']) {
    const part = delta[name]
    if (typeof part === 'string' && part !== '') {
      found.push({ channel: `${channel} ${name}`, text: part, path: ['choices', at, 'delta', name] })
    }
  }
  const calls: unknown[] = Array.isArray(delta['tool_calls']) ? delta['tool_calls'] : []
  calls.forEach((call, position) => {
    if (!isRecord(call) || !isRecord(call['function'])) return
    const part = call['function']['arguments']
    if (typeof part !== 'string' || part === '') return
    const index = typeof call['index'] === 'number' ? call['index'] : position
    const path = ['choices', at, 'delta', 'tool_calls', position, 'function', 'arguments']
    found.push({ channel: `${channel} tool ${index}`, text: part, path })
  })
  return found
}

/** Gemini: one text a candidate. */
function ofCandidate(candidate: unknown, at: number): Delta[] {
  const content = isRecord(candidate) ? candidate['content'] : null
  const parts: unknown[] = isRecord(content) && Array.isArray(content['parts']) ? content['parts'] : []
  return parts.flatMap((part, position) => {
    if (!isRecord(part) || typeof part['text'] !== 'string') return []
    const path = ['candidates', at, 'content', 'parts', position, 'text']
    return [{ channel: `candidate ${at}`, text: part['text'], path }]
  })
}

/** Typed events: OpenAI's responses, Anthropic's messages, the AI SDK. Only those that add text count. */
function ofEvent(event: Record<string, unknown>, type: string): Delta[] {
  if (!type.endsWith('delta')) return []
  const place = ['id', 'item_id', 'output_index', 'content_index', 'summary_index', 'index']
  const kind = type.replace(/[._-]?delta$/, '')
  const channel = [kind, ...place.map((name) => event[name] ?? '')].map(String).join(' ').trimEnd()
  const { delta } = event
  if (typeof delta === 'string') return [{ channel, text: delta, path: ['delta'] }]
  if (isRecord(delta)) {
    for (const name of ['text', 'thinking', 'partial_json']) {
      const text = delta[name]
      if (typeof text === 'string') return [{ channel: `${channel} ${name}`, text, path: ['delta', name] }]
    }
  }
  const { text } = event
  return typeof text === 'string' ? [{ channel, text, path: ['text'] }] : []
}

/** A copy of an item with another text where one of its deltas stood, and none where the others did. */
export function withText(item: unknown, deltas: readonly Delta[], text: string): unknown {
  return deltas.reduce((copy, { path }, index) => putAt(copy, path, index === 0 ? text : ''), item)
}

function putAt(value: unknown, path: readonly (string | number)[], text: string): unknown {
  const [first, ...rest] = path
  if (first === undefined) return text
  if (Array.isArray(value)) {
    return value.map((each: unknown, at) => (at === first ? putAt(each, rest, text) : each))
  }
  return isRecord(value) ? { ...value, [first]: putAt(value[first], rest, text) } : value
}
