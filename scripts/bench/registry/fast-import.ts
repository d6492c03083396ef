import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { devNull } from 'node:os'

export interface WrittenFile {
  path: string
  text: string
}

export interface Commit {
  /** Committer time, in seconds since 1970. */
  at: number
  author: string
  message: string
  files: WrittenFile[]
}

/** The user's own Git settings must not change what is generated. */
export const PLAIN_GIT = { ...process.env, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: devNull }

const CHUNK = 1 << 20

/** Writes commits to the branch `main` of the repository in `folder`, through one `git fast-import`. */
export async function importCommits(folder: string, commits: Iterable<Commit>): Promise<void> {
  const git = spawn('git', ['fast-import', '--quiet', '--done'], {
    cwd: folder,
    env: PLAIN_GIT,
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  const ended = once(git, 'close')
  let chunk = ''
  for (const commit of commits) {
    chunk += commitCommand(commit)
    if (chunk.length < CHUNK) continue
    if (!git.stdin.write(chunk)) await Promise.race([once(git.stdin, 'drain'), ended])
    chunk = ''
  }
  git.stdin.end(`${chunk}done\n`)
  const [code] = await ended
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`)
}

function commitCommand({ at, author, message, files }: Commit): string {
  const committer = `The Registry <registry@registry.example> ${at} +0000`
  const head = `commit refs/heads/main\nauthor ${author} <${author}@publisher.example> ${at} +0000\ncommitter ${committer}\n`
  return `${head}${data(message)}${files.map(({ path, text }) => `M 100644 inline ${path}\n${data(text)}`).join('')}\n`
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`
}
