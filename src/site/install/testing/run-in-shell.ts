import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What the commands of this site begin with. */
const TOOLS = [
  'claude',
  'codex',
  'gemini',
  'code',
  'code-insiders',
  'amp',
  'thv',
  'npx',
  'bunx',
  'uvx',
  'dnx',
  'docker',
  'podman',
]

/** Ends the words of one command; no word of it is empty and has a NUL beside. */
const END = '\u0001end\u0001'

/**
 * Runs command lines in a real shell, with stand-ins for the tools that print what they are given.
 *
 * @returns for each tool that was run its name and its arguments
 */
export function runInShell(shell: 'bash' | 'dash', commandLines: readonly string[]): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'stand-ins-'))
  for (const tool of TOOLS) {
    const path = join(folder, tool)
    writeFileSync(path, `#!/bin/sh\nprintf '%s\\0' '${tool}' "$@" '${END}'\n`)
    chmodSync(path, 0o755)
  }
  try {
    const printed = execFileSync('/usr/bin/env', [shell, '-c', commandLines.join('\n')], {
      cwd: folder,
      env: { PATH: `${folder}:/usr/bin:/bin`, HOME: folder },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    return printed
      .split(`${END}\0`)
      .slice(0, -1)
      .map((words) => words.split('\0').slice(0, -1))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
