import { createServer } from 'node:net'

/**
 * Makes sure that nobody listens there, before minutes of work end in a stack trace of the platform.
 *
 * @throws Error with what to do
 */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const probe = createServer()
  probe.once('error', (error: NodeJS.ErrnoException) => {
    const taken = error.code === 'EADDRINUSE'
    const why = taken
      ? 'is in use by another program'
      : `can't be listened on (${error.code ?? error.message})`
    reject(
      new Error(`Port ${port} of ${host} ${why}. Set PORT to another one, as in: PORT=${port + 1} npm start`),
    )
  })
  probe.listen(port, host, () => probe.close(() => resolve()))
  await promise
}
