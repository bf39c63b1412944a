import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** How a process ended, and what it said. */
export interface Ran {
  code: number | null
  /** The signal that ended it, if one did. */
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

/**
 * Runs a TypeScript file of sdk/ in a Node of its own.
 *
 * @param script from the folder sdk/
 * @param env joins the environment
 * @param signal sent once the process has said something
 */
export function runScript(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
  signal?: NodeJS.Signals,
): Promise<Ran> {
  const file = fileURLToPath(new URL(`../${script}`, import.meta.url))
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, CUSTOS_BACKEND_URL: '', CUSTOS_API_KEY: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => {
    if (stdout === '' && signal !== undefined) child.kill(signal)
    stdout += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
  })
}
