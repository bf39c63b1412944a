#!/usr/bin/env node
import { replay } from './commands/replay.ts'
import { runCommand } from './run-command.ts'

await runCommand(replay, process.argv.slice(2))
