import { isRecord } from '../record.ts'

/**
 * The text of a call's arguments, as it is recorded: a string as it is, chat messages as `role: content` lines,
 * an object by its `prompt`, `input`, `messages` or the like, anything else as JSON.
 *
 * @param args the arguments of the wrapped call; the first one is what counts
 * @returns null when there is none
 */
export function promptText(args: readonly unknown[]): string | null {
  return readText(args[0], promptNames)
}

const promptNames = ['prompt', 'input', 'messages', 'contents', 'question', 'query', 'text', 'content']

/**
 * The text of what a model call returned: a string as it is, the usual clients' answers by the text in them,
 * anything else as JSON.
 *
 * @returns null when it returned nothing
 */
export function responseText(value: unknown): string | null {
  return readText(value, responseNames)
}

const responseNames = [
  'output_text',
  'text',
  'content',
  'generated_text',
  'response',
  'message',
  'choices',
  'output',
]

function readText(value: unknown, names: readonly string[]): string | null {
  if (value === null || value === undefined) return null
  return findText(value, names, 0) ?? toJson(value)
}

/** Answers nest their text a few levels deep (`choices[0].message.content[0].text`); deeper is not looked. */
const maxDepth = 6

function findText(value: unknown, names: readonly string[], depth: number): string | null {
  if (typeof value === 'string') return value
  if (depth > maxDepth) return null
  if (Array.isArray(value)) {
    const parts: string[] = []
    for (const item of value as unknown[]) {
      const text = findText(item, names, depth + 1)
      if (text === null) continue
      const role = isRecord(item) && typeof item['role'] === 'string' ? item['role'] : null
      parts.push(role === null || depth > 1 ? text : `${role}: ${text}`)
    }
    return parts.length > 0 ? parts.join('\n') : null
  }
  if (!isRecord(value)) return null
  for (const name of names) {
    const member = value[name]
    if (typeof member === 'string') return member
    if (typeof member === 'object' && member !== null) {
      const text = findText(member, names, depth + 1)
      if (text !== null) return text
    }
  }
  return null
}

function toJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    // A cycle, or a bigint.
    return String(value)
  }
}
