#!/usr/bin/env node
import type { Command } from './commands/command.ts'
import { runCommand } from './run-command.ts'

/** Loaded when they are called: most need no guardian. */
const commands: Record<string, () => Promise<Command>> = {
  check: async () => (await import('./commands/check.ts')).check,
  replay: async () => (await import('./commands/replay.ts')).replay,
  tail: async () => (await import('./commands/tail.ts')).tail,
  runs: async () => (await import('./commands/runs.ts')).runs,
  export: async () => (await import('./commands/export.ts')).exportRun,
  verify: async () => (await import('./commands/verify.ts')).verify,
}

async function help(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => `  ${name.padEnd(8)} ${(await load()).summary}`),
  )
  return `Watches what AI models say.

  custos-labs COMMAND [--json] [--help]

${lines.join('\n')}

The server and key are CUSTOS_BACKEND_URL and CUSTOS_API_KEY, or those of \`npm start\`
(CUSTOS_DATA/credentials.json, by default .custos/credentials.json); check and verify need neither.
Every command tells more with --help.`
}

const [name = '--help', ...args] = process.argv.slice(2)
const load = Object.hasOwn(commands, name) ? commands[name] : undefined
if (load !== undefined) await runCommand(await load(), args)
else if (name === '--help' || name === '-h' || name === 'help') console.log(await help())
else {
  console.error(`There is no command "${name}".\n\n${await help()}`)
  process.exitCode = 2
}
