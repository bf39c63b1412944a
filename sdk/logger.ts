/** Where this package says what a person should know. `console` is one. */
export interface Logger {
  warn(message: string): void
  error(message: string): void
}

/** Wraps a logger so that it can't throw into the caller, and adds the name of this package. */
export function safeLogger(logger: Logger | null): Logger {
  const say =
    (level: 'warn' | 'error') =>
    (message: string): void => {
      try {
        logger?.[level](`[custos] ${message}`)
      } catch {
        // A broken logger must not break the caller.
      }
    }
  return { warn: say('warn'), error: say('error') }
}
