import type { Risks as RiskValues, Task } from '../../../protocol/verdict.ts'
import { score } from '../app/format.ts'

/** The tasks as a person reads them. */
export const taskNames: Record<Task, string> = {
  injection: 'Injection',
  jailbreak: 'Jailbreak',
  harmful_request: 'Harmful request',
  unsafe_response: 'Unsafe response',
  refusal: 'Refusal',
  evasion: 'Evasion',
  pii: 'Personal data',
  secret: 'Secret',
}

/** How likely the guardian takes each task to be, as bars and in figures. */
export function Risks({ risks }: { risks: RiskValues }) {
  const tasks = (Object.keys(taskNames) as Task[]).toSorted((a, b) => risks[b] - risks[a])
  return (
    <section>
      <h3>How likely</h3>
      <dl class="risks">
        {tasks.map((task) => (
          <div key={task} class="risk">
            <dt>{taskNames[task]}</dt>
            <dd>
              <meter min={0} max={1} value={risks[task]} aria-label={taskNames[task]} />
              <span>{score(risks[task])}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
