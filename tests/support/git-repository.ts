import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'

/** A path to a text; `null` removes the file. */
export type Files = Record<string, string | null>

interface CommitOptions {
  /** The committer's clock, in seconds since 1970. */
  at: number
  message?: string
  /** The author's clock, which nobody should believe. */
  authoredAt?: number
}

export interface TestRepository {
  folder: string
  /** Runs Git in the folder and gives its output, trimmed. */
  git: (...args: string[]) => string
  /** Changes files without a commit. */
  write: (files: Files) => void
  /** Changes files and commits everything; gives the commit's id. */
  commit: (files: Files, options: CommitOptions) => string
  /** Merges a branch with a merge commit of its own; gives its id. */
  merge: (branch: string, options: CommitOptions) => string
}

// What the tests see of Git, and the code under test with them, is not the developer's own configuration.
process.env.GIT_CONFIG_GLOBAL = devNull
process.env.GIT_CONFIG_NOSYSTEM = '1'

const folders: string[] = []

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder that is gone after the tests of the file. Its name is of the kind that breaks careless code. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'a régistry '))
  folders.push(folder)
  return folder
}

/** An empty repository with the branch `main`. */
export function makeRepository(...initOptions: string[]): TestRepository {
  const folder = temporaryFolder()
  const git = (...args: string[]): string => runGit(folder, args)
  git('init', '--quiet', '--initial-branch=main', ...initOptions)
  const write = (files: Files): void => writeFiles(folder, files)
  return {
    folder,
    git,
    write,
    commit(files, options) {
      write(files)
      git('add', '--all', '--force')
      runGit(
        folder,
        ['commit', '--quiet', '--allow-empty', `--message=${options.message ?? 'Change'}`],
        options,
      )
      return git('rev-parse', 'HEAD')
    },
    merge(branch, options) {
      runGit(
        folder,
        ['merge', '--quiet', '--no-ff', `--message=${options.message ?? 'Merge'}`, branch],
        options,
      )
      return git('rev-parse', 'HEAD')
    },
  }
}

export function writeFiles(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    const target = join(folder, path)
    if (text === null) {
      rmSync(target, { recursive: true })
    } else {
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, text)
    }
  }
}

function runGit(
  folder: string,
  args: string[],
  { at = 0, authoredAt = at }: Partial<CommitOptions> = {},
): string {
  const env = {
    ...process.env,
    GIT_AUTHOR_NAME: 'Author',
    GIT_AUTHOR_EMAIL: 'author@example.com',
    GIT_AUTHOR_DATE: `@${authoredAt} +0200`,
    GIT_COMMITTER_NAME: 'Committer',
    GIT_COMMITTER_EMAIL: 'committer@example.com',
    GIT_COMMITTER_DATE: `@${at} -0700`,
  }
  return execFileSync('git', args, {
    cwd: folder,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim()
}
