import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import * as z from 'zod'

/*
 * One server a data folder: two would write the same files. The server itself is a child process that a
 * killed launcher leaves behind, so the lock names both.
 */

const lockSchema = z.object({ launcher: z.int(), server: z.int().nullable(), url: z.string() })
type Lock = z.infer<typeof lockSchema>

/** The data folder in this process's hands, until released. */
export interface DataLock {
  /** Notes the child that serves, so that a later start finds it should this process be killed. */
  noteServer: () => number | null
  release: () => void
}

/**
 * Takes the data folder. A server that an earlier, killed launcher left behind is ended first.
 *
 * @throws Error with what to do, when another launcher is at work there
 */
export function lockData(dataDir: string, url: string): DataLock {
  const file = `${dataDir}/server.lock`
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const left = readLock(file)
  if (left && left.launcher !== process.pid && isLauncher(left.launcher)) {
    throw new Error(
      `${dataDir} is in use: Custos runs at ${left.url} already (process ${left.launcher}). ` +
        'Stop it first, or set CUSTOS_DATA to another folder.',
    )
  }
  if (left?.server && isWorkerd(left.server)) process.kill(left.server, 'SIGKILL')
  const write = (lock: Lock) => writeFileSync(file, JSON.stringify(lock), { mode: 0o600 })
  write({ launcher: process.pid, server: null, url })
  return {
    noteServer: () => {
      const server = childWorkerd()
      write({ launcher: process.pid, server, url })
      return server
    },
    release: () => rmSync(file, { force: true }),
  }
}

function readLock(file: string): Lock | null {
  if (!existsSync(file)) return null
  try {
    return lockSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // Half written by a process that was killed over it.
    return null
  }
}

/** Whether a process of this id runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Process ids are used again, in a container the very same ones: only a launcher holds the folder. */
function isLauncher(pid: number): boolean {
  if (!isAlive(pid)) return false
  const all = processes()
  if (all.length === 0) return true
  return all.some((one) => one.pid === pid && /local[\\/](start|dev)\.ts/.test(one.command))
}

/** Process ids are used again: only what is a workerd may be ended. */
function isWorkerd(pid: number): boolean {
  return isAlive(pid) && processes().some((one) => one.pid === pid && one.command.includes('workerd'))
}

function childWorkerd(): number | null {
  return processes().find((one) => one.parent === process.pid && one.command.includes('workerd'))?.pid ?? null
}

/** Running processes as POSIX `ps` lists them; none where there is no `ps`. */
function processes(): { pid: number; parent: number; command: string }[] {
  try {
    const text = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    })
    return text.split('\n').flatMap((line) => {
      const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
      return pid && parent && command !== undefined
        ? [{ pid: Number(pid), parent: Number(parent), command }]
        : []
    })
  } catch {
    return []
  }
}
