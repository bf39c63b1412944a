import { secret, type Hit } from './hit.ts'
import { isPlaceholder, isReference } from './placeholder.ts'
import type { Scan } from './scan.ts'

const maxUserInfo = 300

const weakPasswords = new Set([
  'password',
  'pass',
  'pwd',
  'secret',
  'passwd',
  'pw',
  'user',
  'username',
  'xxx',
  'token',
  'key',
  'p',
  'port',
  'passw0rd',
  'root',
  'admin',
  'postgres',
  'mysql',
  'guest',
  'test',
  'host',
  'x',
  'pass123',
])

/** Passwords in URLs (`scheme://user:password@host`, RFC 3986 §3.2.1) and webhook addresses that are secrets. */
export function findUrlSecrets({ text, atSigns }: Scan, hits: Hit[]): void {
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    const from = at + 3
    findWebhook(text, from, hits)
    if (atSigns.length === 0) continue
    let colon = -1
    let sign = -1
    const most = Math.min(text.length, from + maxUserInfo)
    for (let i = from; i < most; i++) {
      const unit = text.charCodeAt(i)
      // Space, quotes, <, >, backtick: the URL is over.
      if (unit <= 32 || unit === 34 || unit === 39 || unit === 60 || unit === 62 || unit === 96) break
      if (unit === 47 || unit === 63 || unit === 35) {
        // A slash may stand in a badly written password, if an @ follows before the host ends; a path may not.
        if (colon < 0 || sign >= 0) break
        if (!/^[^\s"'<>@]{0,60}@[\w.-]+[:/]/.test(text.slice(i, i + 130))) break
      }
      if (unit === 58 && colon < 0) colon = i
      if (unit === 64) sign = i
    }
    if (sign > 0 && colon > 0 && colon < sign - 1) {
      const password = text.slice(colon + 1, sign)
      if (isUrlPassword(password, text.slice(from, colon))) {
        hits.push(secret('url_password', '[password]', colon + 1, sign, 0.99))
      }
    }
  }
}

const isUrlPassword = (password: string, user: string): boolean =>
  password.length >= 3 &&
  !isReference(password) &&
  !isPlaceholder(password) &&
  !/^[*x.]+$/i.test(password) &&
  !weakPasswords.has(password.toLowerCase()) &&
  password.toLowerCase() !== user.toLowerCase() &&
  !/^\d{1,5}$/.test(password)

const webhooks: readonly (readonly [name: string, form: RegExp])[] = [
  ['slack webhook', /hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9+/]{30,90}/y],
  ['discord webhook', /(?:ptb\.|canary\.)?discord(?:app)?\.com\/api\/webhooks\/\d{15,20}\/[\w-]{50,90}/y],
  ['teams webhook', /[a-z0-9]{1,40}\.webhook\.office\.com\/webhookb2\/[\w@/-]{90,220}/y],
  [
    'google chat webhook',
    /chat\.googleapis\.com\/v1\/spaces\/[\w-]{5,20}\/messages\?key=[\w-]{30,50}&token=[\w%-]{30,60}/y,
  ],
  ['zapier webhook', /hooks\.zapier\.com\/hooks\/catch\/\d{4,12}\/[a-z0-9]{5,12}/y],
  ['telegram token', /api\.telegram\.org\/(?:file\/)?bot\d{8,10}:[\w-]{34,36}/y],
]

function findWebhook(text: string, from: number, hits: Hit[]): void {
  for (const [name, form] of webhooks) {
    form.lastIndex = from
    const found = form.exec(text)?.[0]
    if (found === undefined || isPlaceholder(found.slice(-24))) continue
    hits.push(secret('webhook_url', `[${name}]`, from, from + found.length, 0.97))
  }
}
