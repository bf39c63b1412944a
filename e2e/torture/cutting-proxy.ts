import { createServer, connect, type Server, type Socket } from 'node:net'
import type { Chance } from './chance.ts'

/** Connections through here may be cut at any byte, in either direction. */
export interface CuttingProxy {
  port: number
  /** Share of new connections that will be cut. */
  cutting: number
  cuts: number
  close: () => Promise<void>
}

/** Connections are cut after so many bytes at most. */
const bytesMost = 60_000

/** A proxy on loopback in front of the server. */
export async function startProxy(target: number, chance: Chance): Promise<CuttingProxy> {
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1')
    let left = chance.next() < proxy.cutting ? chance.below(bytesMost) : Infinity
    const pass = (from: Socket, to: Socket) => {
      open.add(from)
      from.on('data', (chunk: Buffer) => {
        if (chunk.length <= left) {
          left -= chunk.length
          to.write(chunk)
          return
        }
        to.write(chunk.subarray(0, left))
        proxy.cuts++
        near.destroy()
        far.destroy()
      })
      from.on('end', () => to.end())
      from.on('error', () => to.destroy())
      from.on('close', () => {
        open.delete(from)
        to.destroy()
      })
    }
    pass(near, far)
    pass(far, near)
  })
  const port = await listen(server)
  const proxy: CuttingProxy = {
    port,
    cutting: 0,
    cuts: 0,
    close: async () => {
      for (const socket of open) socket.destroy()
      const { promise, resolve } = Promise.withResolvers<void>()
      server.close(() => resolve())
      await promise
    },
  }
  return proxy
}

async function listen(server: Server): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  server.once('error', reject)
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    resolve(typeof address === 'object' && address ? address.port : 0)
  })
  return promise
}
