/**
 * Takes a token out of the address: it came behind the `#`, which no server and no log ever sees, and must not stay
 * in the history.
 *
 * @returns the token, or null when the address has none
 */
export function takeToken(): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  if (token !== null) history.replaceState(null, '', location.pathname + location.search)
  return token
}
