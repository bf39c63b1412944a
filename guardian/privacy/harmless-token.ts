/** Tokens and keys that open nothing, or nothing for long: `csrf_token`, `next page token`, `site key`. */
export const harmlessToken =
  /(?:csrf|xsrf|authenticity|verification|public|publishable|site|page|continuation|cancell?ation|sync|cursor|next|eos|bos|pad|unk|sep|special|stop|design|syntax|lexer|parser|device|push|captcha|recaptcha|antiforgery)[-_. ]?(?:token|key|secret)\d{0,2}$/i

/** True when the label at `start` is the end of such a name. */
export function isHarmlessLabel(text: string, start: number, end: number): boolean {
  return harmlessToken.test(text.slice(Math.max(0, start - 16), end))
}
