/** One word of `custos-labs`. */
export interface Command {
  /** For the list of commands, in a few words. */
  summary: string
  help: string
  /**
   * @param args what stands behind the command's name
   * @param signal aborted by Ctrl-C
   * @returns the exit code
   * @throws WrongUsage, and the errors whose message is all that a person needs
   */
  run(args: readonly string[], signal: AbortSignal): Promise<number>
}
