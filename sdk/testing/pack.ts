import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const sdk = fileURLToPath(new URL('..', import.meta.url))

/** Builds the package and packs it, as publishing does, in a folder of its own. Returns the tarball's path. */
export async function pack(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'custos-pack-'))
  await Promise.all(
    ['package.json', 'README.md', 'LICENSE'].map((name) => copyFile(join(sdk, name), join(folder, name))),
  )
  await run(process.execPath, ['build.ts', join(folder, 'dist')], { cwd: sdk })
  const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--json'], { cwd: folder })
  const [packed] = JSON.parse(stdout) as { filename: string }[]
  return join(folder, packed?.filename ?? '')
}

/** An empty project with nothing but the tarball installed; without a network. Returns its folder. */
export async function installInEmptyFolder(tarball: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'custos-stranger-'))
  await writeFile(join(folder, 'package.json'), '{"private":true}')
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: folder })
  return folder
}
