/** Name and version of the evaluating engine; the version changes whenever a verdict could. */
export const engineName = 'custos-guardian'
export const engineVersion = '1.7.0'
