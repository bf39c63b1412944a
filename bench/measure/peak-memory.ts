import { readFile } from 'node:fs/promises'

/** Megabytes that a process held at rest, and at most while something ran, by Linux's own count. */
export interface PeakMemory {
  beforeMb: number
  peakMb: number
}

/**
 * Watches the resident memory of a process while `run` runs, 50 times a second.
 *
 * @throws Error where there is no `/proc`
 */
export async function peakMemory(pid: number, run: () => Promise<void>): Promise<PeakMemory> {
  const beforeMb = await residentMb(pid)
  let peakMb = beforeMb
  const watch = setInterval(() => {
    void residentMb(pid).then((now) => (peakMb = Math.max(peakMb, now)))
  }, 20)
  try {
    await run()
  } finally {
    clearInterval(watch)
  }
  return { beforeMb, peakMb: Math.max(peakMb, await residentMb(pid)) }
}

async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024
}
