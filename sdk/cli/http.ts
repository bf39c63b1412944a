import { isRecord } from '../record.ts'
import type { Credentials } from './credentials.ts'

/** The server said no, in its own words. */
export class Refused extends Error {
  override name = 'Refused'
}

/** The server said nothing: it may yet come back. */
export class Unreachable extends Refused {
  override name = 'Unreachable'
}

/**
 * Asks the server for something that is read.
 *
 * @param path from the root of the server
 * @throws Refused for an answer that is none, with what to do about a missing right
 */
export async function ask(
  { url, apiKey, userToken }: Credentials,
  path: string,
  how: { method?: 'GET' | 'POST'; signal?: AbortSignal | undefined } = {},
): Promise<Response> {
  const authorization = userToken === null ? `ApiKey ${apiKey}` : `Token ${userToken}`
  const { method = 'GET', signal = null } = how
  let answer: Response
  try {
    answer = await fetch(url.replace(/\/+$/, '') + path, { method, headers: { authorization }, signal })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new Unreachable(`${url} can't be reached. Is it running? Start it with \`npm start\`.`)
  }
  if (answer.ok) return answer
  const problem: unknown = await answer.json().catch(() => null)
  const detail =
    isRecord(problem) && typeof problem['detail'] === 'string' ? problem['detail'] : 'no reason given'
  const hint = answer.status === 403 ? ' To read, an API key needs the scope "read", to export "export".' : ''
  throw new Refused(`${url} answered ${answer.status}: ${detail}${hint}`)
}

/** As {@link ask}, for an answer in JSON. */
export async function askJson(
  credentials: Credentials,
  path: string,
  how: { method?: 'GET' | 'POST'; signal?: AbortSignal | undefined } = {},
): Promise<Record<string, unknown>> {
  const answer: unknown = await (await ask(credentials, path, how)).json()
  if (!isRecord(answer)) throw new Refused(`${credentials.url} does not answer as a Custos server does.`)
  return answer
}

/** The run that is meant: the one that is named, else the open one, else the last. */
export async function runOf(credentials: Credentials, named: string | undefined): Promise<string> {
  if (named !== undefined) return encodeURIComponent(named)
  const { data } = await askJson(credentials, '/simulator/runs/?limit=50')
  const runs = Array.isArray(data) ? data.filter(isRecord) : []
  const run = runs.find((each) => each['ended_at'] === null) ?? runs[0]
  if (run === undefined || typeof run['id'] !== 'string') {
    throw new Refused('There is no run yet. Record a beat first: `npm run demo`, or a wrapped call.')
  }
  return run['id']
}
