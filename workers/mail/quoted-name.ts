/**
 * A name that somebody chose for themselves, in quotes, as text that no mail program makes a link of: a letter from
 * us must not carry a stranger's address. `evil.example` becomes `evil[.]example`, `https://` becomes `https[:]//`.
 * Readers of a mail see what was meant; names without either stay as they are.
 */
export function quotedName(name: string): string {
  // The wide and ideographic dots are dots to a browser, too.
  return `“${name.replaceAll(/[.．。｡](?=[\p{L}\p{N}])/gu, '[.]').replaceAll(/:(?=\s*\/)/g, '[:]')}”`
}
