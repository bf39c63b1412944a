/** Whether a value is read piece by piece, so that reading it here would take it from the caller. */
export function isStream(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  return Symbol.asyncIterator in value || 'getReader' in value || ('body' in value && 'bodyUsed' in value)
}
