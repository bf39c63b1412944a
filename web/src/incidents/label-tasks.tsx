import type { BeatEntry } from '../../../protocol/entry.ts'
import type { Incident } from '../../../protocol/incident.ts'
import type { Task } from '../../../protocol/verdict.ts'
import { taskNames } from '../beat/risks.tsx'
import { foundTasks } from './found-tasks.ts'
import type { IncidentsStore } from './incidents-store.ts'

interface LabelTasksProps {
  incident: Incident
  beat: BeatEntry
  store: IncidentsStore
}

/** Asks, of each task that something was found for, whether the exchange really is that: labels to learn from. */
export function LabelTasks({ incident, beat, store }: LabelTasksProps) {
  const found = foundTasks(beat.findings)
  if (found.length === 0) return null
  function label(task: Task, value: boolean) {
    const others = incident.labels.filter((one) => one.task !== task)
    void store.change(incident, { labels: [...others, { task, label: value }] })
  }
  return (
    <section class="labels">
      <h3>Is it really?</h3>
      <ul>
        {found.map((task) => {
          const given = incident.labels.find((one) => one.task === task)?.label
          return (
            <li key={task} role="group" aria-label={taskNames[task]}>
              <span>{taskNames[task]}</span>
              {([true, false] as const).map((value) => (
                <button
                  key={String(value)}
                  type="button"
                  class="button button-small"
                  aria-pressed={given === value}
                  onClick={() => label(task, value)}
                >
                  {value ? 'Yes' : 'No'}
                </button>
              ))}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
