import type { ServerFrame } from '../../../protocol/socket.ts'

/** A frame of the socket, as the page takes it. */
export type Frame = ServerFrame

/**
 * Reads a frame. The server is ours and of the same origin, so the page checks only what it steers by (`type`,
 * `seq`, the lists) and leaves the schemas, which are heavy, to the server.
 *
 * @returns the frame, or null for what is none (a newer server may say things an older page does not know)
 */
export function parseFrame(text: string): Frame | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  return isFrame(value) ? value : null
}

function isFrame(value: unknown): value is Frame {
  if (!isObject(value)) return false
  switch (value['type']) {
    case 'hello':
      return isObject(value['state']) && Number.isInteger(value['last_seq'])
    case 'batch':
      return Array.isArray(value['entries']) && value['entries'].every(isEntry)
    case 'viewers':
      return Number.isInteger(value['viewers'])
    case 'heartbeat':
      return typeof value['timestamp'] === 'string'
    case 'error':
      return isObject(value['problem'])
    default:
      return isEntry(value)
  }
}

function isEntry(value: unknown): boolean {
  if (!isObject(value) || !Number.isInteger(value['seq'])) return false
  const type = value['type']
  return type === 'beat' || type === 'system' || type === 'amendment'
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
