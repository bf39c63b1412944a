import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'

/** The command was called in a way that it can't be; told with its help. */
export class WrongUsage extends Error {
  override name = 'WrongUsage'
}

/**
 * Reads a command's arguments; `--help` and `--json` are understood by every one.
 *
 * @throws WrongUsage
 */
export function readArgs<const O extends ParseArgsOptionsConfig>(args: readonly string[], options: O) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...options, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    })
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error))
  }
}

/** A positive number of an option; null where it is not given. */
export function readNumber(name: string, text: string | undefined): number | null {
  if (text === undefined) return null
  const value = Number(text.replace(/\/s$/, ''))
  if (Number.isFinite(value) && value > 0) return value
  throw new WrongUsage(`--${name} takes a number above 0, not "${text}".`)
}
