import { useEffect, useState } from 'preact/hooks'
import { getPolicy, type Account } from './calls.ts'

/** Titles by the ids of rules. */
export type RuleTitles = ReadonlyMap<string, string>

/** So many projects are asked for their rules; nearly all of them judge by the same. */
const PROJECTS = 8

/** What the rules of an account's projects are called; empty until they are here, and where they cannot be read. */
export function useRuleTitles({ projects }: Account): RuleTitles {
  const [titles, setTitles] = useState<RuleTitles>(new Map())
  useEffect(() => {
    let left = false
    void readTitles(projects).then((read) => left || setTitles(read))
    return () => void (left = true)
  }, [projects])
  return titles
}

async function readTitles(projects: Account['projects']): Promise<RuleTitles> {
  const answers = await Promise.all(projects.slice(0, PROJECTS).map(({ id }) => getPolicy(id)))
  const rules = answers.flatMap((answer) => (answer.ok ? answer.value.effective.rules : []))
  return new Map(rules.toReversed().map(({ id, title }) => [id, title]))
}

/** What to call a rule in a list; two that bear one title are told apart by their ids. */
export function calledIn(titles: RuleTitles, ids: readonly string[]): (id: string) => string {
  const times = new Map<string, number>()
  for (const id of ids) {
    const title = titles.get(id) ?? id
    times.set(title, (times.get(title) ?? 0) + 1)
  }
  return (id) => {
    const title = titles.get(id) ?? id
    return (times.get(title) ?? 0) > 1 && title !== id ? `${title}, ${id}` : title
  }
}
