import { vi } from 'vitest'
import * as z from 'zod'

const mailSchema = z.object({
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
})

/** A provider of mail that keeps what it is sent. */
export interface TestMailbox {
  mails: z.infer<typeof mailSchema>[]
  /** The secret in the last link that was mailed to somebody, once `nth` mails have come. */
  token: (to: string, nth?: number) => Promise<string>
  /** The mails to somebody, once there are so many. */
  until: (to: string, count: number) => Promise<z.infer<typeof mailSchema>[]>
}

/** Stands in for the provider behind MAIL_URL, as vitest.config.ts sets it; all other fetches go their way. */
export function openMailbox(): TestMailbox {
  const mails: TestMailbox['mails'] = []
  const outside = globalThis.fetch
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input, init)
    if (request.url !== 'https://mail.custos.test/send') return outside(input, init)
    if (request.headers.get('Authorization') !== 'Bearer mail-token')
      return new Response(null, { status: 401 })
    mails.push(mailSchema.parse(await request.json()))
    return new Response(null, { status: 202 })
  })
  const until = (to: string, count: number) =>
    vi.waitFor(() => {
      const theirs = mails.filter((mail) => mail.to === to)
      if (theirs.length < count) throw new Error(`${theirs.length} mails to ${to}, not ${count}`)
      return theirs
    }, 30_000)
  const token = async (to: string, nth = 1) => {
    const theirs = await until(to, nth)
    const secret = theirs.map(({ text }) => /#token=(\S+)/.exec(text)?.[1]).findLast(Boolean)
    if (secret === undefined) throw new Error(`No link in: ${JSON.stringify(theirs)}`)
    return decodeURIComponent(secret)
  }
  return { mails, token, until }
}
