import { isRecord } from '../record.ts'

/** Which of the two ways of asking a call goes. */
export type Api = 'chat' | 'responses'

/**
 * The text of an answer, as it is judged: what is said, refused, and given to tools.
 *
 * @param answer a chat completion or a response
 */
export function answerText(answer: unknown): string {
  if (!isRecord(answer)) return ''
  const parts: string[] = []
  const take = (value: unknown): void => {
    if (typeof value === 'string' && value !== '') parts.push(value)
  }
  for (const choice of list(answer['choices'])) {
    const message = isRecord(choice['message']) ? choice['message'] : {}
    take(message['content'])
    take(message['refusal'])
    for (const call of list(message['tool_calls'])) {
      if (isRecord(call['function'])) take(call['function']['arguments'])
    }
  }
  for (const item of list(answer['output'])) {
    for (const content of list(item['content'])) {
      take(content['text'])
      take(content['refusal'])
    }
    take(item['arguments'])
  }
  return parts.join('\n')
}

/** The same answer saying something else, or nothing: no tool is called, nothing parsed is left. */
export function answerSaying(api: Api, answer: unknown, text: string | null): unknown {
  const of = isRecord(answer) ? answer : {}
  if (api === 'chat') {
    const choices = list(of['choices']).map((choice) => ({
      ...choice,
      ...chatChoice(text),
      index: choice['index'],
    }))
    return { ...of, choices }
  }
  return { ...of, ...responseOutput(text) }
}

/** An answer to a call that was not made. */
export function answerInstead(api: Api, model: unknown, text: string | null): unknown {
  const head = { id: 'custos', model: typeof model === 'string' ? model : '' }
  if (api === 'chat') {
    return { ...head, object: 'chat.completion', created: 0, choices: [{ index: 0, ...chatChoice(text) }] }
  }
  return { ...head, object: 'response', created_at: 0, status: 'completed', ...responseOutput(text) }
}

function chatChoice(content: string | null) {
  return {
    finish_reason: 'content_filter',
    logprobs: null,
    message: { role: 'assistant', content, refusal: null },
  }
}

function responseOutput(text: string | null) {
  const content = text === null ? [] : [{ type: 'output_text', text, annotations: [] }]
  return {
    output: [{ type: 'message', id: 'custos', role: 'assistant', status: 'completed', content }],
    output_text: text ?? '',
  }
}

function list(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}
