import { isPublishedToken } from './published-examples.ts'

/** Words that stand where a secret would: "your-api-key", "changeme", "EXAMPLE". */
const standIn =
  /example|your[-_ ]?(?:api|key|token|secret|pass|own|access|auth|client|app|account|org|user|aws|id|project|name|private|\w{2,12}[-_ ](?:key|token|secret|password|here))|placeholder|change[-_ ]?(?:me|it|this)|redacted|insert[-_ ]|replace[-_ ]|dummy|sample|todo|fixme|some[-_ ]?(?:secret|key|token|pass)|my[-_ ]?(?:api|secret|pass|token|key|super)|super[-_ ]?secret|(?:secret|password|token|key|api[-_]?key)[-_ ]?here|not[-_ ]?(?:a|the)[-_ ]?real|foo[-_]?bar|lorem|undefined|removed|hidden|masked|censored|omitted/i

/** The same sign four times running, or dots and stars for what was left out. */
const filler = /(.)\1{4}|\*{3}|\.{3}|…|x{4}|•/i

/** Values that are code, a template or a reference, read where the secret would be. */
const reference =
  /^(?:[$<{%[@&#(]|\\[$"]|\*|process\.|env[.[(]|os\.|import\b|secrets?\.|vars?\.|data\.|local\.|module\.|self\.|this\.|config\.|settings\.|options\.|params\.|request\.|req\.|props\.|args\.|new |await |function|return |null|none|nil|true|false|undefined|string|str|bytes|object|int|number|boolean|any|void|vault:|file:|arn:|projects\/|ref\+|enc\[|!)/i

/** Straight lines on the keyboard or through the alphabet, twelve signs or more of the value. */
const isSequence = (value: string): boolean =>
  value.length >= 8 &&
  [
    'abcdefghijklmnopqrstuvwxyz0123456789',
    '0123456789abcdef0123456789abcdef',
    '1234567890123456789012345678901234567890',
    'qwertyuiopasdfghjklzxcvbnm',
  ].some((line) => line.includes(value.toLowerCase()))

/** What examples use and nobody should: `password123`, `secret_1`. */
const stock =
  /^(?:pass(?:word|wd)?|p[a@](?:ss|\$\$)w[o0]rd|pwd|secret|test|user|admin|token|key|value|string|name|root|guest|demo|temp|foo|bar|abc|qwerty|letmein)[-_@!]?\d{0,6}!?$/i

/** What manuals print: the hash of bcrypt's Wikipedia page, Stripe's old test keys, Hardhat's first account. */
const printed =
  /R9h\/cIPz0gi\.URNNX3kh2OPST9|4eC39HqLyjWDarjtT1zdp7dc|BQokikJOvBiI2HlWgH4olfQ2|ac0974bec39a17e36ba4a6b4d238ff94/

/** True for what only stands in for a secret. */
export function isPlaceholder(value: string): boolean {
  return (
    stock.test(value) ||
    standIn.test(value) ||
    printed.test(value) ||
    filler.test(value) ||
    isSequence(value) ||
    (value.startsWith('eyJ') && isPublishedToken(value))
  )
}

/** True for what a program would put there: a variable, a call, a template. */
export function isReference(value: string): boolean {
  return reference.test(value) || /[([{]|\$\{|\$\(|%[sdv({]|\{\{|->|::|<[a-z]/i.test(value)
}
