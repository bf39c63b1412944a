import { describe, expect, it } from 'vitest'
import { detectSecrets, detectSensitive } from './detect.ts'

const password = 'Kx7!pQ2wLm'
const key = '7f3a9c2e1b8d4f60a5c7e9d1b3f5a7c9'

const secretsIn = (text: string): string[] =>
  detectSecrets(text).map(({ start, end }) => text.slice(start, end))

describe('a password under a label that markup parts from it', () => {
  it.each([
    `- **Password:** ${password}`,
    `1. **Password:** \`${password}\``,
    `*Password:* ${password}`,
    `**Password**: ${password}`,
    `__Password:__ ${password}`,
    `- **Password** – ${password}`,
    `\`password\`: \`${password}\``,
    `> **Password**: ${password}`,
    `<b>Password:</b> ${password}`,
    `<p><strong>Password</strong>: <code>${password}</code></p>`,
    `<td>Password</td><td>${password}</td>`,
    `<tr>\n  <th scope="row">Password</th>\n  <td class="value">${password}</td>\n</tr>`,
    `<dt>Password</dt><dd>${password}</dd>`,
    `Password (staging): ${password}`,
    `**Password (admin)**: ${password}`,
    `Password:\n${password}`,
    `Password:\r\n\r\n${password}\r\n`,
    `**Password**\n\`${password}\``,
    `### Password\n\`${password}\``,
    `## Das neue Passwort\n\n\`\`\`\n${password}\n\`\`\``,
    `**WLAN-Schlüssel:** ${password}`,
    `The password:\n\n\`\`\`\n${password}\n\`\`\``,
    `| Password | ${password} |`,
    `| **Password** | \`${password}\` |`,
    `Password\t${password}`,
    `**Passwort:** ${password}`,
    `**Kennwort (Gast):** ${password}`,
    `**Mot de passe :** ${password}`,
    `**Contraseña:** ${password}`,
    `**Senha:** ${password}`,
    `**Password:** ${password}`,
    `**Wachtwoord:** ${password}`,
    `**Hasło:** ${password}`,
    `**Пароль:** ${password}`,
    `**Şifre:** ${password}`,
    `**密码：** ${password}`,
    `**パスワード：** ${password}`,
    `**비밀번호:** ${password}`,
    `**كلمة المرور:** ${password}`,
    `**पासवर्ड:** ${password}`,
    `| Passwort | ${password} |`,
    `| 密码 | ${password} |`,
    `Contraseña:\n${password}`,
  ])('%j', (text) => {
    expect(secretsIn(text)).toEqual([password])
  })
})

describe('a key under such a label', () => {
  it.each([
    `**API key:** ${key}`,
    `**API key**: \`${key}\``,
    `- **Secret:** \`${key}\``,
    `| API key | ${key} |`,
    `Here is your token:\n\n\`\`\`text\n${key}\n\`\`\``,
    `**API-Schlüssel:** ${key}`,
    `**Clé API :** ${key}`,
    `**Clave de API:** ${key}`,
    `**Chave de API:** ${key}`,
    `**Chiave API:** ${key}`,
    `**API-sleutel:** ${key}`,
    `**Klucz API:** ${key}`,
    `**Ключ API:** ${key}`,
    `**API anahtarı:** ${key}`,
    `**API 密钥：** ${key}`,
    `**APIキー:** ${key}`,
    `**API 키:** ${key}`,
  ])('%j', (text) => {
    expect(secretsIn(text)).toEqual([key])
  })
})

describe('a label without a secret', () => {
  it.each([
    '**Password:** required',
    '**Password:** at least 12 characters',
    '**Password:** 8–64 characters, one digit',
    '**Password**: your own, see section 4.2',
    'Password: ********',
    '**Password:** ••••••••',
    'Password (min. 8 characters)',
    'Password (example): Sunny-Day-42',
    'Password: <your password>',
    '**Password:** `<your-password>`',
    '**Password:** `${DB_PASSWORD}`',
    '**Password:**\n**E-mail:**',
    'Name:\nPassword:\nDate:\n',
    'Password:\n- at least 12 characters\n- one digit',
    '**Password**\nChoose one with 12 characters.',
    '| password | string | yes |',
    '| token | string (uuid4) | the caller’s token |',
    '| Password | varchar(255) |',
    '**Passwort:** erforderlich',
    '**Mot de passe :** obligatoire',
    '**Contraseña:** mínimo 8 caracteres',
    '**密码：** 必填',
    '<label for="pw">Password:</label> <input type="password" id="pw1">',
    '<td>Password</td><td>changed on 2024-05-12</td>',
    '**Token:** a unit of text, some 4 characters',
    '**Tokens:** 128000',
    '**Key:** base64-encoded',
    'The keys:\n\nC# minor 7',
    'secret:\n  secretName: db-credentials-v2\n',
    '**License key:** GPL-3.0-or-later',
    '**Token:** sha256-hashed-at-rest-v2',
    '**Parola:** 12-lettere',
    '- **Pass** – `test_token_v2`',
    '- **Password**: P@ssw0rd-style substitutions are weak',
    'Password:\nMinimum8Characters',
    `**Public key:** ${key}`,
    `**CSRF token:** ${key}`,
    '## Password\n1Password and Bitwarden are managers.',
  ])('%j', (text) => {
    expect(detectSensitive(text)).toEqual([])
  })
})
