import type { Entry } from './contender.ts'

/** The least that waiting for a verdict can take: one request with both texts, its answer read. */
export const bareFetch: Entry = (url) => ({
  wrap: (model) => async (prompt) => {
    const response = await model(prompt)
    const answer = await fetch(`${url}/simulator/logs/`, {
      method: 'POST',
      headers: { authorization: 'ApiKey cus_test_bench', 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'response', prompt, response }),
    })
    return answer.json()
  },
  flush: () => Promise.resolve(),
})
