import { connect, type Socket } from 'node:net'
import { randomBytes } from 'node:crypto'

/** A viewer that costs next to nothing, so that two thousand fit beside the server that is measured. */
export interface RawViewer {
  /** Text frames so far, the greeting included. */
  frames: number
  bytes: number
  /** When a frame came, by the mark in it; kept only by viewers that were asked to. */
  seen: Map<string, number>
  close: () => void
}

/**
 * Opens a socket by hand and counts what comes.
 *
 * @param marks whether to note when each `mark-<n>-end` comes
 */
export async function rawViewer(url: string, marks = false): Promise<RawViewer> {
  const { hostname, port, pathname, search } = new URL(url)
  const socket: Socket = connect(Number(port), hostname)
  const opened = Promise.withResolvers<void>()
  const viewer: RawViewer = { frames: 0, bytes: 0, seen: new Map(), close: () => socket.destroy() }
  let rest: Buffer = Buffer.alloc(0)
  let greeted = false
  socket.setNoDelay(true)
  socket.on('error', opened.reject)
  socket.on('data', (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    if (!greeted) {
      const end = rest.indexOf('\r\n\r\n')
      if (end < 0) return
      if (!rest.subarray(0, 15).toString().includes(' 101')) {
        return opened.reject(new Error(rest.subarray(0, 200).toString()))
      }
      rest = rest.subarray(end + 4)
      greeted = true
      opened.resolve()
    }
    rest = readFrames(rest, (payload) => {
      viewer.frames++
      viewer.bytes += payload.length
      if (!marks) return
      const now = performance.now()
      const mark = /mark-\d+-end/.exec(payload.toString('latin1'))?.[0]
      if (mark !== undefined) viewer.seen.set(mark, now)
    })
  })
  socket.write(
    `GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\n` +
      `Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n` +
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
  )
  await opened.promise
  return viewer
}

/** Takes whole frames off the front (a server's are not masked), and returns what is left. */
function readFrames(buffer: Buffer, onFrame: (payload: Buffer) => void): Buffer {
  let at = 0
  while (buffer.length - at >= 2) {
    let length = (buffer[at + 1] ?? 0) & 0x7f
    let head = 2
    if (length === 126) {
      if (buffer.length - at < 4) break
      length = buffer.readUInt16BE(at + 2)
      head = 4
    } else if (length === 127) {
      if (buffer.length - at < 10) break
      length = Number(buffer.readBigUInt64BE(at + 2))
      head = 10
    }
    if (buffer.length - at < head + length) break
    if (((buffer[at] ?? 0) & 0x0f) === 1) onFrame(buffer.subarray(at + head, at + head + length))
    at += head + length
  }
  return buffer.subarray(at)
}
