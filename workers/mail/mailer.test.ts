import { env } from 'cloudflare:test'
import { describe, expect, it, vi } from 'vitest'
import { invitationLetter, verifyLetter } from './letters.ts'
import { mailHtml } from './mail-html.ts'
import { send } from './mailer.ts'

const letter = verifyLetter('https://custos.test', 'ada@example.com', 'secret-of-the-link')
/** The settings of the tests, but for what is said. */
const set = (settings: Record<string, string>) => ({
  ...env,
  MAIL_URL: '',
  MAIL_TOKEN: '',
  MAIL_FROM: '',
  ...settings,
})

describe('a mail', () => {
  it('is written to the log of a server on loopback, and only there', async () => {
    const log = vi.spyOn(console, 'log').mockReturnValue()
    await send(set({ PUBLIC_URL: 'http://localhost:8787' }), letter)
    expect(log.mock.calls.join()).toContain('secret-of-the-link')
    log.mockClear()
    await send(set({}), letter)
    expect(log.mock.calls.join()).toBe('{"event":"mail_not_set_up"}')
    log.mockRestore()
  })

  it('says as text what strangers have named', () => {
    const named = { organization: '</p><script>x</script>', inviter: 'https://evil.example', token: 't' }
    const { subject, text } = invitationLetter('https://custos.test', 'ada@example.com', named)
    const html = mailHtml(text)
    expect(html).not.toContain('<script>')
    expect(html.match(/<a /g)).toHaveLength(1)
    expect(html).toContain('<a href="https://custos.test/invitation#token=t">')
    expect(subject).not.toContain('script')
  })

  it.each([
    ['https://evil.example/a', '“https[:]//evil[.]example/a”'],
    ['win at www.evil.example', '“win at www[.]evil[.]example”'],
    ['ada@evil。example', '“ada@evil[.]example”'],
    ['http://192.0.2.1', '“http[:]//192[.]0[.]2[.]1”'],
    ['Dr. Ada Lovelace: 1', '“Dr. Ada Lovelace: 1”'],
  ])('says %s so that no mail program makes a link of it', (name, said) => {
    const { text } = invitationLetter('https://custos.test', 'ada@example.com', {
      organization: name,
      inviter: name,
      token: 't',
    })
    expect(text).toContain(`${said} invites you to the organisation ${said} on Custos`)
  })
})
