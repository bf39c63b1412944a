import { verify } from '../sdk/cli/commands/verify.ts'
import { runCommand } from '../sdk/cli/run-command.ts'

/** `npm run verify`: what `npx custos-labs verify` does, from this repository. */
await runCommand(verify, process.argv.slice(2))
