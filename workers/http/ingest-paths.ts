/** The routes that a page elsewhere may use, with a key that names its origin. */
export const ingestPaths = [
  '/simulator/logs',
  '/simulator/logs/batch',
  '/simulator/ping',
  '/api/v1/evaluate',
] as const
