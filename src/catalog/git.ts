import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { RegistryError } from '../model/registry-error.ts'

/** A user's own Git settings must not change what we read. */
const STEADY = [
  '-c',
  'core.quotePath=false',
  '-c',
  'log.showRoot=true',
  '-c',
  'log.showSignature=false',
  '-c',
  'diff.relative=false',
  '-c',
  'color.ui=false',
  '-c',
  'i18n.logOutputEncoding=UTF-8',
]

/** How a Git command ended. */
interface GitOutcome {
  code: number
  output: Buffer
  complaint: string
}

/**
 * Runs Git in `folder` and gives its standard output as a stream, fed with `input` where given. The stream fails with
 * a `RegistryError` R603 where Git does; a reader that stops early leaves no process behind.
 */
export async function* streamGit(
  folder: string,
  args: readonly string[],
  input = '',
): AsyncGenerator<Buffer> {
  const { stdout, ended } = startGit(folder, args, input)
  yield* stdout
  const { code, complaint } = await ended
  if (code !== 0) throw gitFailed(args, complaint)
}

/**
 * Runs a Git command whose exit code is an answer.
 *
 * @throws RegistryError R603 where Git cannot be started
 */
export async function askGit(folder: string, args: readonly string[], input = ''): Promise<GitOutcome> {
  const { stdout, ended } = startGit(folder, args, input)
  const chunks: Buffer[] = []
  for await (const chunk of stdout) chunks.push(chunk as Buffer)
  const { code, complaint } = await ended
  if (code < 0) throw gitFailed(args, complaint)
  return { code, output: Buffer.concat(chunks), complaint }
}

function startGit(
  folder: string,
  args: readonly string[],
  input: string,
): { stdout: Readable; ended: Promise<Omit<GitOutcome, 'output'>> } {
  const git = spawn('git', [...STEADY, ...args], {
    cwd: folder,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const closed = new Promise<number | Error>((resolve) => {
    git.on('error', resolve)
    git.on('close', (code) => resolve(code ?? 1))
  })
  const said = collect(git.stderr)
  git.stdin.on('error', () => {})
  git.stdin.end(input)
  const ended = closed.then(async (outcome) =>
    outcome instanceof Error
      ? { code: -1, complaint: outcome.message }
      : { code: outcome, complaint: await said },
  )
  return { stdout: git.stdout, ended }
}

/** The whole standard output of a short Git command, as text. */
export async function readGit(folder: string, args: readonly string[], input = ''): Promise<string> {
  return (await readGitBytes(folder, args, input)).toString('utf8')
}

/** The same as bytes. */
export async function readGitBytes(folder: string, args: readonly string[], input = ''): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of streamGit(folder, args, input)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function collect(stream: Readable): Promise<string> {
  let text = ''
  for await (const chunk of stream) text += chunk
  return text
}

function gitFailed(args: readonly string[], complaint: string): RegistryError {
  return new RegistryError('R603', `\`git ${args[0]}\` failed: ${complaint.trim()}`, {
    fix: 'Check that Git is installed and that the folder is a readable Git repository.',
  })
}
