import { type Finding, tasks, type Task } from '../../../protocol/verdict.ts'

/** The tasks that something was found for; an operator's own rule may belong to none. */
export function foundTasks(findings: readonly Finding[]): Task[] {
  return tasks.filter((task) => findings.some((finding) => finding.task === task))
}
