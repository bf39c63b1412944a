let current: string | undefined

/**
 * Sets the API key for guardians made from here on. Takes precedence over `CUSTOS_API_KEY`.
 *
 * @param key an API key such as `cus_live_…`; blanks around it are dropped
 * @example
 * setApiKey('cus_live_…')
 * const safeGenerate = guardian()(generate)
 */
export function setApiKey(key: string): void {
  current = key.trim() || undefined
}

/** The key set by {@link setApiKey}, if any. */
export function currentApiKey(): string | undefined {
  return current
}

/** As much of a key as may stand in a message: enough to tell which one it is, too little to use it. */
export function keyHint(key: string): string {
  return /^cus_[a-z]{1,8}_/.test(key) ? `${key.slice(0, 13)}…` : 'that was given'
}
