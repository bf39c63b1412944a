import { describe, expect, it } from 'vitest'
import { detectSecrets, detectSensitive } from './detect.ts'

const password = 'Kx7!pQ2wLm'
const phrase = 'ribbon velvet orbit crane dusty maple signal window kitten harbor lemon pistol'
const numbered = phrase
  .split(' ')
  .map((word, i) => `${i + 1}. ${word}`)
  .join('\n')

const secretsIn = (text: string): string[] =>
  detectSecrets(text).map(({ start, end }) => text.slice(start, end))

/** Made up; in parts, so that no scanner takes it for a leak. */
const bcrypt = ['$2b$12$', 'Kx7pQ2wLmZk3vTq81pLw3u', 'YmR9sN4bH6dJ2fG8cK0aQeUiOpLzXya'].join('')
const sha512 = [
  '$6$Qx8vT2mLp9Zk$',
  'aB3dE6gH9jK2mN5pQ8rS1tU4vW7xY0zA3bC6dE9fG2h',
  'J5kL8mN1pQ4rS7tU0vW3xY6zA9bC2dE5fG8hJ1kL4mN',
].join('')
const signature = 'q7Zk%2BvT81pLw3xYmR9sN4bH6dJ2fG8cK0aQeUiOpLzX%3D'

describe('a secret that its surroundings give away', () => {
  it.each([
    [`sshpass -p '${password}' ssh ann@db1`, password],
    [`sshpass -p${password} scp a b:`, password],
    [`mysql -u root -p${password} shop`, password],
    [`mysqldump -h db1 -u root -p'${password}' shop > dump.sql`, password],
    [
      `https://acct.blob.core.windows.net/c/f?sv=2022-11-02&se=2026-01-01&sr=b&sp=r&sig=${signature}`,
      signature,
    ],
    [`SharedAccessSignature=sv=2022-11-02&ss=b&sig=${signature}`, signature],
    [`root:${sha512}:19000:0:99999:7:::`, sha512.slice(1)],
    [`the hash is ${bcrypt}`, bcrypt.slice(1)],
    [`seed phrase: ${phrase}`, phrase],
    [`My recovery phrase is "${phrase}".`, phrase],
    [`**Mnemonic:**\n\n\`\`\`\n${phrase}\n\`\`\``, phrase],
    [`Your seed phrase:\n\n${numbered}\n\nKeep it.`, numbered],
    [`frase semilla: ${phrase}`, phrase],
    [`助记词：${phrase}`, phrase],
  ])('%s', (text, value) => {
    expect(secretsIn(text)).toEqual([value])
  })
})

describe('what only looks like one', () => {
  it.each([
    'mysql -u root -p',
    'mysql -u root -p shop2',
    'mysql -h db1 -P 3306 -u root -p',
    'mysql -u root -p$MYSQL_PASSWORD shop',
    'mysql -u root -p[password] shop',
    'docker run mysql -p3307:3306',
    'docker run -p 3306:3306 mysql -v1',
    'sshpass -p "$SSHPASS" ssh ann@db1',
    'sshpass -p password ssh ann@db1',
    'ssh -p 2222 ann@db1',
    'https://maps.host/?sig=3&sv=2',
    'crypt(3) writes $2b$<cost>$<salt and hash>, glibc $6$<salt>$<hash>.',
    `a list of words: ${phrase}`,
    'A seed phrase is a list of twelve or more words that you write down and keep safe offline.',
    'seed phrase: twelve words that open the wallet for whoever has them',
    'Mnemonic: my very educated mother just served us nine pizzas on plates today',
    'seed phrase: abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about',
    'mnemonic: test test test test test test test test test test test junk',
  ])('%s', (text) => {
    expect(detectSensitive(text)).toEqual([])
  })
})
