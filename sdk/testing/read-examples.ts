import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const sdk = fileURLToPath(new URL('..', import.meta.url))

/** A piece of the documentation that is code. */
export interface Example {
  /** Where it stands. */
  name: string
  /** As a module, with the imports that a docstring leaves out. */
  code: string
}

/** Where a name comes from that a docstring uses without saying so. */
const origins: Record<string, readonly string[]> = {
  'custos-labs': [
    'AlignmentViolation',
    'ApiError',
    'AuthenticationError',
    'ConfigurationError',
    'CustosError',
    'DEFAULT_BACKEND_URL',
    'guardian',
    'KeyHaltedError',
    'RunPausedError',
    'setApiKey',
    'UnavailableError',
  ],
  'custos-labs/redact': ['redact'],
  'custos-labs/openai': ['wrapOpenAI'],
  'custos-labs/ai-sdk': ['custosMiddleware', 'custosMiddlewareV3'],
  'custos-labs/opentelemetry': ['openTelemetry'],
  openai: ['default as OpenAI'],
  ai: ['generateText', 'wrapLanguageModel'],
  '@ai-sdk/openai': ['openai'],
}

/** Every example of the README, of docs/sdk.md, and of the docstrings of what is published. */
export async function readExamples(): Promise<Example[]> {
  const pages = ['README.md', '../docs/sdk.md'].map(async (file) => {
    const text = await readFile(join(sdk, file), 'utf8')
    return [...text.matchAll(/```ts\n(.*?)```/gs)].map(([, code = ''], at) => ({
      name: `${file} ${at}`,
      code,
    }))
  })
  const files = [
    ...(await readdir(sdk)),
    ...(await readdir(join(sdk, 'errors'))).map((name) => `errors/${name}`),
  ]
  const sources = files.filter(
    (name) => /(?<!\.test|\.d)\.ts$/.test(name) && !/^(?:build|index)\./.test(name),
  )
  const docstrings = sources.map(async (file) => {
    const text = await readFile(join(sdk, file), 'utf8')
    return [...text.matchAll(/^ *\/\*\*.*?\*\//gms)].flatMap(([comment]) => examplesIn(comment, file))
  })
  return (await Promise.all([...pages, ...docstrings])).flat().map(({ name, code }) => ({
    name,
    // The key of the examples is cut short; a key holds no such sign.
    code: `${importsFor(code)}\n${code.replaceAll('cus_live_…', 'cus_live_example')}\nexport {}\n`,
  }))
}

function examplesIn(comment: string, file: string): Example[] {
  const text = comment.replace(/^ *\/\*\* ?/, '').replace(/\*\/$/, '')
  const lines = text.split('\n').map((line) => line.replace(/^ *\* ?/, ''))
  const [, ...examples] = lines.join('\n').split(/^@example\n/m)
  return examples.map((code, at) => ({ name: `${file} ${at} (${code.trim().slice(0, 30)})`, code }))
}

function importsFor(code: string): string {
  return Object.entries(origins)
    .flatMap(([from, names]) => {
      const used = names.filter((name) => {
        const local = name.replace(/^default as /, '')
        const isBound = new RegExp(`(?:import|const)[^\\n]*\\b${local}\\b[^\\n]*(?:from|=)`).test(code)
        return !isBound && new RegExp(`(?<![.'"/-])\\b${local}\\b`).test(code)
      })
      return used.length > 0 ? [`import { ${used.join(', ')} } from '${from}'`] : []
    })
    .join('\n')
}
