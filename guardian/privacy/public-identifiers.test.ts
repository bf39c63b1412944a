import { describe, expect, it } from 'vitest'
import { detectSensitive } from './detect.ts'

const hex = '7f3a9c2e1b8d4f60a5c7e9d1b3f5a7c9'

describe('what anybody may know', () => {
  it.each([
    '<div class="g-recaptcha" data-sitekey="6LdKx7pQYtAHAGv3Tz9wLmR4sN8bH6dJ2fG0cQeU"></div>',
    `RECAPTCHA_SITE_KEY=6LdKx7pQYtAHAGv3Tz9wLmR4sN8bH6dJ2fG0cQeU`,
    ['const stripe = Stripe("pk', 'test', '51Kx7pQ2wLmZk3vTq81pLw3u")'].join('_'),
    ['publishable key: pk', 'live', '51Kx7pQ2wLmZk3vTq81pLw3u'].join('_'),
    ['sb', 'publishable', 'Kx7pQ2wLmZk3vTq81pLw3uYm'].join('_'),
    'next_page_token: CAUQAA7f3a9c2e1b8d4f60',
    'The next page token is CAUQAA7f3a9c2e1b8d4f60.',
    '"continuation_token": "7f3a9c2e1b8d4f60a5c7"',
    `X-CSRF-Token: ${hex}`,
    `csrf_token=${hex}`,
    'VAT ID DE123456789',
    'VAT number: GB123456789',
    'USt-IdNr.: DE811128135',
    'Partita IVA 00743110157',
    'P.IVA IT00743110157',
    'N° de TVA FR40303265045',
    'CNPJ 11.222.333/0001-81',
    'CNPJ: 11222333000181',
    'EIN 12-3456789',
    'ООО «Ромашка», ИНН 7707083893',
    'NIP 526-000-12-46',
    'BIC: DEUTDEFF500',
    'nameserver 2606:4700:4700::1111',
    'nameserver 2001:4860:4860::8888',
    'dig @2620:fe::fe corp.host',
    '2001:db8:85a3::8a2e:370:7334',
    'MAC address 00:00:5E:00:53:1A',
  ])('%s', (text) => {
    expect(detectSensitive(text)).toEqual([])
  })
})

describe('what only its owner should', () => {
  it.each([
    ['stripe_key', ['sk', 'live', '51Kx7pQ2wLmZk3vTq81pLw3u'].join('_')],
    ['stripe_key', ['rk', 'test', '51Kx7pQ2wLmZk3vTq81pLw3u'].join('_')],
    ['generic_secret', `RECAPTCHA_SECRET_KEY=6LdKx7pQYtAHAGv3Tz9wLmR4sN8bH6dJ2fG0cQeU`],
    ['generic_secret', `access_token=${hex}`],
    ['tax_id', 'ИНН 500100732259'],
    ['de_steuer_id', 'Steuer-ID 86095742719'],
    ['br_cpf', 'CPF 529.982.247-25'],
    ['ip', 'client 2606:4701:1180:18::b819 connected'],
    ['mac', 'MAC address 00:00:5F:00:53:1A'],
  ])('%s: %s', (kind, text) => {
    expect(detectSensitive(text).map((hit) => hit.kind)).toEqual([kind])
  })
})
