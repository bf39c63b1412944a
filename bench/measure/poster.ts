import { Agent, request } from 'node:http'

/** Posts bodies on connections that live as long as it does. */
export interface Poster {
  /** Resolves once the answer has been read; rejects for a status that is no success. */
  post: (url: string, body: string, headers?: Record<string, string>) => Promise<void>
  close: () => void
}

/**
 * A poster for one measurement. Both servers close a connection that was idle for five seconds, and one that is
 * being closed while it is used again is a reset: so each measurement begins with fresh ones, and a post that meets
 * such a close all the same is sent once more, as RFC 9110 (9.3.1) has it for a connection that was used before.
 */
export function poster(): Poster {
  const agent = new Agent({ keepAlive: true })
  const once = (url: string, body: string, headers: Record<string, string>) =>
    new Promise<'done' | 'stale'>((resolve, reject) => {
      const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
        const { statusCode = 0 } = answer
        answer.on('end', () => {
          if (statusCode < 400) resolve('done')
          else reject(new Error(`${url} answered ${statusCode}`))
        })
        answer.on('error', reject)
        answer.resume()
      })
      sent.on('error', (error) => {
        if (sent.reusedSocket && 'code' in error && error.code === 'ECONNRESET') resolve('stale')
        else reject(error)
      })
      sent.end(body)
    })
  return {
    post: async (url, body, headers = {}) => {
      while ((await once(url, body, headers)) === 'stale') continue
    },
    close: () => agent.destroy(),
  }
}
