import { describe, expect, it } from 'vitest'
import { detectSensitive } from './detect.ts'

const password = 'Kx7!pQ2wLm'
const key = '7f3a9c2e1b8d4f60a5c7e9d1b3f5a7c9'

const found = (text: string): string[] =>
  detectSensitive(text)
    .filter(({ kind }) => kind === 'password' || kind === 'generic_secret' || kind === 'birth_date')
    .map(({ start, end }) => text.slice(start, end))

describe('a column of secrets or dates of birth', () => {
  it.each([
    [`| user | password |\n|---|---|\n| anna | ${password} |`, password],
    [`| User | **Password** |\n| :--- | ---: |\n| root | \`${password}\` |\n\nKeep it.`, password],
    [`user | password\n--- | ---\nanna | ${password}`, password],
    [`| Benutzer | Passwort |\n|---|---|\n| anna | ${password} |`, password],
    [`| Usuario | Contraseña |\n|---|---|\n| ana | ${password} |`, password],
    [`| 用户 | 密码 |\n|---|---|\n| anna | ${password} |`, password],
    [`| service | api_key |\n|---|---|\n| billing | ${key} |`, key],
    [`host,user,password\ndb1,root,${password}`, password],
    [`host;user;passwort\ndb1;root;${password}\n`, password],
    [`host\tuser\tpassword\ndb1\troot\t${password}`, password],
    [`"host","user","password"\n"db1","root","${password}"`, password],
    ['| Name | DOB |\n|---|---|\n| Linda Hall | 12/04/1979 |', '12/04/1979'],
    ['name,date_of_birth\nLinda Hall,1979-04-12', '1979-04-12'],
    ['| Name | Geburtsdatum |\n|---|---|\n| Linda Hall | 12. April 1979 |', '12. April 1979'],
  ])('%j', (text, value) => {
    expect(found(text)).toEqual([value])
  })

  it('gives every row', () => {
    const rows = ['Zq4#vT8n', 'Wm9$kR2p', 'Hd5%xL7b']
    expect(
      found(`| id | password |\n|---|---|\n${rows.map((row, i) => `| ${i} | ${row} |`).join('\n')}`),
    ).toEqual(rows)
  })
})

describe('a table that gives nothing away', () => {
  it.each([
    '| Field | Type |\n|---|---|\n| password | varchar(255) |\n| token | char(64) |',
    '| password | required | length |\n|---|---|---|\n| string | yes | 8-64 |',
    'username,password\nanna,secret',
    'user,password\nanna,<password>\nben,********',
    `| Password | Strength |\n|---|---|\n| ${password} | strong |`,
    `| Beispiel | Passwort |\n|---|---|\n| gut | ${password} |`,
    'Ask for host, user, password\nand then connect to db1, as root, over TLS1.3',
    '| Secret | Key |\n|---|---|\n| db-credentials-prod-v2 | DB_PASSWORD_2024 |',
    '| Token | Price |\n|---|---|\n| USDC-ETH-LP-V3-2024 | 1.0 |',
    '| Company | Founded |\n|---|---|\n| Brightwater | 12.04.1979 |',
    '| Painter | Born |\n|---|---|\n| Someone | 1685 |',
    '| Card | Expiry date |\n|---|---|\n| Visa | 12/04/2029 |',
    '| Model | Token limit |\n|---|---|\n| small | 128k-context |',
  ])('%j', (text) => {
    expect(found(text)).toEqual([])
  })
})
