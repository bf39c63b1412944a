import { configOf } from '../config.ts'
import type { Env } from '../env.ts'
import { mailHtml } from './mail-html.ts'

/** A mail, in plain text; HTML is made of it. */
export interface Mail {
  to: string
  subject: string
  text: string
}

/**
 * Sends a mail by the provider that is set up: one POST of JSON, `{from, to, subject, text, html}`, with the
 * token as bearer. Without one, a server on loopback writes it to its log, where its owner reads it; any other
 * says in its log that a mail was not sent, and nothing of what is in it.
 *
 * @throws Error when the provider does not take it
 */
export async function send(env: Env, mail: Mail): Promise<void> {
  const { MAIL_URL, MAIL_TOKEN, MAIL_FROM, PUBLIC_URL } = configOf(env)
  if (MAIL_URL === null) {
    // Only loopback is ever served over http.
    const local = PUBLIC_URL.startsWith('http:')
    console.log(local ? `Mail to ${mail.to}: ${mail.subject}\n${mail.text}` : '{"event":"mail_not_set_up"}')
    return
  }
  const answer = await fetch(MAIL_URL, {
    method: 'POST',
    headers: { Authorization: `Bearer ${MAIL_TOKEN}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ from: MAIL_FROM, ...mail, html: mailHtml(mail.text) }),
  })
  if (!answer.ok) throw new Error(`The mail provider answered ${answer.status}`)
}
