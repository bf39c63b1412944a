import { CustosError } from '../index.ts'
import type { Command } from './commands/command.ts'
import { NoCredentials } from './credentials.ts'
import { Refused } from './http.ts'
import { main } from './main.ts'
import { NotTaken } from './play.ts'
import { WrongUsage } from './read-args.ts'

/** Runs one command as the whole of a process: with its help, its exit code, and sentences for expected failures. */
export async function runCommand(command: Command, args: readonly string[]): Promise<void> {
  const run = async (signal: AbortSignal): Promise<number> => {
    const options = args.slice(0, args.includes('--') ? args.indexOf('--') : args.length)
    if (options.includes('--help') || options.includes('-h')) {
      console.log(command.help)
      return 0
    }
    try {
      return await command.run(args, signal)
    } catch (error) {
      if (!(error instanceof WrongUsage)) throw error
      console.error(`${error.message}\n\n${command.help}`)
      return 2
    }
  }
  await main(run, [NoCredentials, NotTaken, Refused, CustosError])
}
