import { describe, expect, it } from 'vitest'
import { detectPersonalData, detectSecrets, detectSensitive } from './detect.ts'
import { redactText } from './redact-text.ts'

// Put together at run time, so that no scanner takes them for leaks.
const github = ['ghp', 'aB3dE6gH9jK2mN5pQ8rS1tU4vW7xY0zA3bC6'].join('_')
const custos = ['cus', 'live', 'mZ3vQ8kT1xW6yB4nR7pL2sD9fG5hJ0cVuIoEaKtXwYq'].join('_')
const aws = ['AKIA', 'QYLPMN5HHHFPZAM2'].join('')
const token = ['eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9', 'eyJzdWIiOiI3NDEifQ', 'QeZp1_rT9s'].join('.')
const card = '4539148803436467'
const otherCard = '4012938884726281'
const spaced = '4539 1488 0343 6467'
const mail = 'ann.lee@firma.de'

/** The text redacted, and held to come back as it is when redacted again. */
function redacted(text: string): string {
  const once = redactText(text).text
  expect(redactText(once).text).toBe(once)
  return once
}

describe('what an escape of JSON or code is glued to', () => {
  it.each(['\\n', '\\t', '\\r', '\\r\\n', '\\\\n', '\\"', '\\u0022', '%20', '%22'])('%s', (escape) => {
    expect(redacted(`{"m":"x${escape}${github}"}`)).toBe(`{"m":"x${escape}[github token ghp_••]"}`)
    expect(redacted(`{"m":"x${escape}${custos}"}`)).toBe(`{"m":"x${escape}[custos key cus_••]"}`)
    expect(redacted(`{"m":"x${escape}${aws}"}`)).toBe(`{"m":"x${escape}[aws access key AKIA••]"}`)
    expect(redacted(`{"m":"x${escape}${token}"}`)).toBe(`{"m":"x${escape}[jwt]"}`)
    expect(redacted(`{"m":"x${escape}${card}"}`)).toBe(`{"m":"x${escape}[card ••67]"}`)
    expect(redacted(`{"m":"x${escape}SSN 536228841"}`)).toBe(`{"m":"x${escape}SSN [ssn ••41]"}`)
    expect(redacted(`{"m":"x${escape}91.198.174.192"}`)).toBe(`{"m":"x${escape}[ip]"}`)
    expect(redacted(`{"m":"x${escape}3c:22:fb:9a:4e:01"}`)).toBe(`{"m":"x${escape}[mac]"}`)
    expect(redacted(`{"m":"x${escape}+49 30 901820"}`)).toBe(`{"m":"x${escape}[phone ••20]"}`)
    expect(redacted(`{"m":"x${escape}${mail}"}`)).toBe(`{"m":"x${escape}[email]"}`)
  })

  it('leaves folders named in capitals and small alone', () => {
    for (const text of ['C:\\new\\reports\\table42.txt', '\\textbf{12} \\ref{fig4}', '100%2024 growth'])
      expect(detectSensitive(text)).toEqual([])
  })
})

describe('a comma without a blank between complete numbers', () => {
  it('ends a number', () => {
    expect(redacted(`my ssn is 536-22-8841,${card}`)).toBe('my ssn is [ssn ••41],[card ••67]')
    expect(redacted(`card,${card},12/27`)).toBe('card,[card ••67],12/27')
    expect(redacted(`${card},${otherCard}`)).toBe('[card ••67],[card ••81]')
    expect(redacted(`17,${card},12/27`)).toBe('17,[card ••67],12/27')
    expect(redacted(`Lee,536-22-8841,42`)).toBe('Lee,[ssn ••41],42')
    expect(redacted(`ssn,536228841,${card}`)).toBe('ssn,[ssn ••41],[card ••67]')
    expect(redacted(`card ${spaced},${spaced}`)).toBe('card [card ••67],[card ••67]')
    expect(redacted(`call (212) 736-5000,(212) 736-5001`)).toBe('call [phone ••00],[phone ••01]')
    expect(redacted(`phones: +49 30 901820,+49 30 901821`)).toBe('phones: [phone ••20],[phone ••21]')
  })

  it('does not end a sum, a decimal or thousands', () => {
    for (const text of [
      'account balance 1234567,89',
      'we paid 1.234.567,89 by card',
      'phone sales of 1,234,567,890 units',
      'ssn lookups: 536,228,841',
      'pi is 3,1415926535897932',
      `share 0,${card}`,
      'card turnover 4 539 148,80',
    ])
      expect(detectSensitive(text)).toEqual([])
  })
})

describe('a key behind an e-mail', () => {
  it('ends it', () => {
    expect(redacted(`Mail ${mail}.${github}`)).toBe('Mail [email].[github token ghp_••]')
    expect(redacted(`Mail ${mail}.${aws}`)).toBe('Mail [email].[aws access key AKIA••]')
    expect(redacted(`Mail ${mail}.${custos}`)).toBe('Mail [email].[custos key cus_••]')
    expect(redacted(`Mail ${mail}.${token}`)).toBe('Mail [email].[jwt]')
    expect(detectPersonalData(`Mail ${mail}.${github}`).map((hit) => hit.kind)).toEqual(['email'])
    expect(detectSecrets(`Mail ${mail}.${github}`).map((hit) => hit.kind)).toEqual(['github_token'])
  })

  it('stands where it overlaps one', () => {
    expect(detectSensitive(`https://${github}@github.com/x.git`).map((hit) => hit.kind)).toEqual([
      'github_token',
    ])
  })

  it('leaves what only looks like one to the address', () => {
    expect(redacted('_ann.lee@mail.firma.de_ and so on')).toBe('[email]_ and so on')
    expect(redacted('ann.lee@ghp.firma.de')).toBe('[email]')
  })
})

describe('a key or number cut by what nobody sees', () => {
  it.each(['\0', '\u200b', '\u2060', '\u00ad', '\ufeff'])('%j', (cut) => {
    expect(redacted(`use ${github.slice(0, 12)}${cut}${github.slice(12)} now`)).toBe(
      'use [github token ghp_••] now',
    )
    expect(redacted(`card ${card.slice(0, 7)}${cut}${card.slice(7)} now`)).toBe('card [card ••67] now')
    expect(redacted(`mail ann${cut}.lee@firma.de now`)).toBe('mail [email] now')
  })

  it('or by the end of a line', () => {
    expect(redacted(`use ${github.slice(0, 14)}\n${github.slice(14)} now`)).toBe(
      'use [github token ghp_••] now',
    )
    expect(redacted(`use ${custos.slice(0, 20)}\r\n    ${custos.slice(20)} now`)).toBe(
      'use [custos key cus_••] now',
    )
    expect(redacted(`${github}\nThe next line`)).toBe('[github token ghp_••]\nThe next line')
  })
})

describe('an e-mail whose @ is written otherwise', () => {
  it.each(['%40', '&#64;', '&#x40;', '\\u0040', '&commat;'])('%s', (sign) => {
    expect(redacted(`?to=ann.lee${sign}firma.de&x=1`)).toBe('?to=[email]&x=1')
    expect(redacted(`?q=to%20ann%2Blee${sign}firma.de`)).toBe('?q=to%20[email]')
  })

  it('is none without a name or a domain', () => {
    for (const text of ['https://x.org/%40types/node', 'a%40b', '50%40 off.now'])
      expect(detectSensitive(text)).toEqual([])
  })
})
