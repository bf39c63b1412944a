/*
 * Tokens that are published as examples: no key to anything. Published numbers are another matter: a test card or the
 * registry's IBAN is what people type to see whether personal data is found, and looks like any other to who reads it.
 */

/** What jwt.io's debugger and RFC 7519 §3.1 sign, whatever they sign it with. */
const claims: ReadonlySet<string> = new Set([
  'eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ',
  'eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiYWRtaW4iOnRydWV9',
  'eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiYWRtaW4iOnRydWUsImlhdCI6MTUxNjIzOTAyMn0',
  'eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ',
])

/** True for a JSON Web Token that is published as an example. */
export function isPublishedToken(token: string): boolean {
  return claims.has(token.split('.', 2)[1] ?? '')
}
