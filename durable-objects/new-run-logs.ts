/** What says where new runs go; the databases themselves are bound beside it, as `LOG_1`, `LOG_2` … [R14] */
export interface NewRunLogs {
  /** Numbers of the databases that new runs go to, as `1,2`, or a single one; 0 unless told otherwise. */
  NEW_RUN_LOGS?: string | number
}

/**
 * The numbers of the databases that take new runs, as `NEW_RUN_LOGS` names them; 0 alone unless it is set.
 *
 * @throws Error with what to set, when it is no list of numbers, or names a database that is not bound: better no
 *   new run than one whose log goes nowhere
 */
export function newRunLogs(env: NewRunLogs): [number, ...number[]] {
  // An empty text is as good as none, as everywhere among the settings.
  const text = String(env.NEW_RUN_LOGS ?? '').trim() || '0'
  const [first = '', ...others] = text.split(',').map((one) => one.trim())
  const numbers: [number, ...number[]] = [Number(first), ...others.map(Number)]
  if (![first, ...others].every((one) => /^(?:0|[1-9]\d{0,4})$/.test(one))) {
    throw new Error(
      'NEW_RUN_LOGS is no list of numbers of databases: set it to such as 1,2, or leave it out.',
    )
  }
  if (!numbers.every((number) => isBound(env, number))) {
    throw new Error(
      'NEW_RUN_LOGS names a database that is not bound: bind each number n but 0 as LOG_n, or take it out.',
    )
  }
  return numbers
}

function isBound(env: object, number: number): boolean {
  return number === 0 || `LOG_${number}` in env
}
