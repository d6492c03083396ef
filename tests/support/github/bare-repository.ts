import { execFileSync } from 'node:child_process'
import type { Files } from '../git-repository.ts'

/** A bare repository, changed by plumbing the way a Git host does it: nothing is ever checked out. */
export class BareRepository {
  readonly folder: string
  #clock: number

  /** @param start the committer's clock of the first commit, in seconds since 1970 */
  constructor(folder: string, start: number) {
    this.folder = folder
    this.#clock = start
    this.git(['init', '--quiet', '--bare', '--initial-branch=main'])
    // GitHub gives out any object by its id.
    this.git(['config', 'uploadpack.allowAnySHA1InWant', 'true'])
  }

  git(args: string[], input = ''): string {
    const date = `@${++this.#clock} +0000`
    const who = { NAME: 'GitHub', EMAIL: 'noreply@github.test', DATE: date }
    const env = Object.entries(who).flatMap(([key, value]): [string, string][] => [
      [`GIT_AUTHOR_${key}`, value],
      [`GIT_COMMITTER_${key}`, value],
    ])
    const environment = { ...process.env, ...Object.fromEntries(env) }
    return execFileSync('git', args, {
      cwd: this.folder,
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
      env: environment,
    }).trim()
  }

  /** The object that a revision names; `undefined` where there is none. */
  find(revision: string): string | undefined {
    try {
      return this.git(['rev-parse', '--verify', '--quiet', '--end-of-options', revision])
    } catch {
      return undefined
    }
  }

  /** Adds a commit to a reference, or begins it at `from`. `null` removes a file. */
  commit(
    reference: string,
    files: Files,
    { message = 'Change', from }: { message?: string; from?: string } = {},
  ): string {
    const parent = from ?? this.find(reference)
    const changes = Object.entries(files).map(([path, text]) =>
      text === null ? `D ${path}\n` : `M 100644 inline ${path}\n${data(text)}`,
    )
    const who = `committer GitHub <noreply@github.test> ${++this.#clock} +0000\n`
    const start = parent ? `from ${parent}\n` : ''
    this.git(
      ['fast-import', '--quiet', '--force'],
      `commit ${reference}\n${who}${data(message)}${start}${changes.join('')}\n`,
    )
    return this.find(reference)!
  }

  /** Squashes `head` onto a branch; `undefined` where they conflict. */
  squash(branch: string, head: string, message: string): string | undefined {
    const base = this.find(`refs/heads/${branch}`)!
    let tree: string
    try {
      tree = this.git(['merge-tree', '--write-tree', base, head])
    } catch {
      return undefined
    }
    const commit = this.git(['commit-tree', tree, '-p', base, '-F', '-'], message)
    this.git(['update-ref', `refs/heads/${branch}`, commit])
    return commit
  }

  read(revision: string, path: string): string | undefined {
    const blob = this.find(`${revision}:${path}`)
    return blob && execFileSync('git', ['cat-file', 'blob', blob], { cwd: this.folder, encoding: 'utf8' })
  }

  /** Full messages of the commits of a branch, newest first. */
  messages(branch: string): string[] {
    return this.git(['log', '--first-parent', '-z', '--format=%B', branch])
      .split('\0')
      .map((text) => text.trim())
  }
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`
}
