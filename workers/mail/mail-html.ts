const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A mail's text as HTML: paragraphs, with addresses of their own line as links. Names in it are only text. */
export function mailHtml(text: string): string {
  const paragraphs = text.split('\n\n').map((paragraph) => {
    const escaped = paragraph.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
    const isLink = /^https?:\/\/\S+$/.test(paragraph)
    return `<p>${isLink ? `<a href="${escaped}">${escaped}</a>` : escaped.replaceAll('\n', '<br>')}</p>`
  })
  return `<!doctype html><html lang="en"><body>${paragraphs.join('')}</body></html>`
}
