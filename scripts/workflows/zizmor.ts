import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const VERSION = '1.32.0'

/**
 * The zizmor to run, a security linter for workflows: the one on the PATH, or the one that was installed below
 * `node_modules`. It is written in Rust and comes from PyPI, so a checkout does not have it by itself.
 */
export function findZizmor(root: string): string | undefined {
  const installed = join(folderIn(root), 'bin', 'zizmor')
  return ['zizmor', installed].find((command) => spawnSync(command, ['--version']).status === 0)
}

/** Installs it with Python, without touching Python's own packages. `undefined` where that does not work. */
export function installZizmor(root: string): string | undefined {
  const folder = folderIn(root)
  const python = join(folder, 'bin', 'python')
  const steps: [string, string[]][] = [
    ['python3', ['-m', 'venv', folder]],
    [python, ['-m', 'pip', 'install', '--quiet', '--only-binary', ':all:', `zizmor==${VERSION}`]],
  ]
  for (const [command, args] of steps) {
    const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] })
    if (status !== 0) return undefined
  }
  const zizmor = join(folder, 'bin', 'zizmor')
  return existsSync(zizmor) ? zizmor : undefined
}

/** Runs it over everything in `.github`, with the settings of `.github/zizmor.yml`. Whether there is nothing to fix. */
export function runZizmor(zizmor: string, root: string): boolean {
  const args = ['--offline', '--persona=regular', '--quiet', '--no-progress', '.']
  return spawnSync(zizmor, args, { cwd: root, stdio: 'inherit' }).status === 0
}

function folderIn(root: string): string {
  return join(root, 'node_modules', '.cache', 'zizmor')
}
