import { describe, expect, it } from 'vitest'
import { detectSecrets, detectSensitive } from './detect.ts'

const password = 'Kx7!pQ2wLm'
const key = '7f3a9c2e1b8d4f60a5c7e9d1b3f5a7c9'

const secretsIn = (text: string): string[] =>
  detectSecrets(text).map(({ start, end }) => text.slice(start, end))

describe('a secret some words behind its label', () => {
  it.each([
    [`The password of the guest network is ${password}.`, password],
    [`The password on the router is ${password}`, password],
    [`The password you need is ${password}`, password],
    [`The password that IT set is now ${password}.`, password],
    [`The token in production is ${key}`, key],
    [`The API key of the billing service is ${key}.`, key],
    [`Sign in with user svc and password ${password}.`, password],
    [`Connect with the password ${password}.`, password],
    [`Your username is anna and your password ${password}`, password],
    [`machine db.corp.io login anna password ${password}`, password],
    [`Das Passwort vom Router ist ${password}.`, password],
    [`Das Passwort für den Router ist ${password}.`, password],
    [`Melden Sie sich mit dem Passwort ${password} an.`, password],
    [`Le mot de passe wifi est ${password}.`, password],
    [`Le mot de passe du routeur est ${password}.`, password],
    [`La contraseña del wifi es ${password}`, password],
    [`La password del router è ${password}`, password],
    [`A senha do roteador é ${password}`, password],
    [`Het wachtwoord van de router is ${password}`, password],
    [`Hasło do routera to ${password}`, password],
    [`Пароль от роутера: ${password}`, password],
    [`**Пароль до Wi-Fi:** ${password}`, password],
    [`**Password for the guest network:** ${password}`, password],
    [`Пароль роутера — ${password}`, password],
    [`Modem şifresi ${password}`, password],
    [`كلمة المرور هي ${password}`, password],
    [`पासवर्ड ${password} है`, password],
    [`आपका पासवर्ड है ${password}`, password],
    [`the wallet has private key 0x${key}${key}`, `0x${key}${key}`],
  ])('%s', (text, value) => {
    expect(secretsIn(text)).toEqual([value])
  })
})

describe('words behind a label and no secret', () => {
  it.each([
    'the password of the network is written on the router',
    'The password of the user is expired since 2023.',
    'The password for the server is at least 12 characters long.',
    'The password in the database is SHA-256-hashed.',
    'The password of the router is WPA2-only.',
    'The token in the header is base64-encoded.',
    'The token of the session is valid for 3600s.',
    'The token in the URL is a UUIDv4.',
    'The password policy of the company is ISO27001-based.',
    'The secret of the recipe is 250g of butter.',
    'The key to the house is under pot no. 12.',
    'The password you chose is too weak: 34-bit entropy.',
    'Sign in with user name and password 2 times.',
    'Log in with your password and a code.',
    'Das Passwort vom Router ist auf der Rückseite.',
    'La contraseña del wifi es la misma de 2023.',
    'Le mot de passe du routeur est sous la box.',
    'Пароль от роутера: на обороте',
    'Modem şifresi değişti.',
    'पासवर्ड बदल गया है',
    'the private key 0x1',
    'The primary key of the table is user_id2024_v1.',
  ])('%s', (text) => {
    expect(detectSensitive(text)).toEqual([])
  })
})
