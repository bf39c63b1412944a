/**
 * Whether a browser sent this from a page of this very server. Scripts can set neither header, so a page
 * elsewhere can't lie; where a browser leaves the origin out, it still says that the site is the same. [A4]
 */
export function isFromOwnPage(request: Request): boolean {
  const origin = request.headers.get('Origin')
  if (origin !== null) return origin === new URL(request.url).origin
  return request.headers.get('Sec-Fetch-Site') === 'same-origin'
}
