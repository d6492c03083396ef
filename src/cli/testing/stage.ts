import { temporaryFolder, writeFiles, type Files } from '../../../tests/support/git-repository.ts'
import { runProgram } from '../program.ts'
import type { GitHubDoor } from '../pull/github-door.ts'
import type { RegistryTarget } from '../target.ts'
import { openTerminal, silentTerminal } from '../terminal/open-terminal.ts'
import type { World } from '../world.ts'

/** Where the program runs in a test: a folder, a registry that answers from a table, a person who answers from a list. */
export interface Stage {
  folder: string
  /** Runs the program with a line of arguments, as it is typed. */
  run(line: string): Promise<Played>
}

export interface Played {
  exit: number
  /** What was printed, with questions and answers in their places. */
  screen: string
  /** What was printed as the only document, with `--json`. */
  json: unknown
}

export interface StageOptions {
  files?: Files
  /** What is at which address; a number is a status. Everything else is not there. */
  web?: Record<string, unknown>
  target?: Partial<RegistryTarget>
  github?: Partial<GitHubDoor>
  /** The answers of a person, in order; without them nobody is there. `true` and `false` confirm. */
  answers?: (string | boolean)[]
}

const TARGET: RegistryTarget = {
  title: 'Registry',
  url: 'https://registry.example/',
  repository: 'registry/servers',
  npmRegistry: 'https://npm.example/',
}

export function setStage({ files = {}, web = {}, target, github = {}, answers }: StageOptions = {}): Stage {
  const folder = temporaryFolder()
  writeFiles(folder, files)
  return { folder, run }

  async function run(line: string): Promise<Played> {
    let screen = ''
    const out = (text: string): void => void (screen += text)
    const exit = await runProgram(
      wordsOf(line),
      '0.0.0',
      ({ flags }): World => ({
        target: { ...TARGET, ...target },
        terminal: flags.json ? silentTerminal : personAt(out, flags.yes ? undefined : answers),
        fetch: answering(web),
        github: { ...nobody, ...github },
        env: {},
        cwd: folder,
        sleep: async () => {},
        interruptible: (work) => work(new AbortController().signal),
        isWindows: false,
      }),
      { out, error: out },
    )
    const isJson = line.includes('--json')
    return { exit, screen: screen.replaceAll(folder, '…'), json: isJson ? JSON.parse(screen) : undefined }
  }
}

/** Splits like a shell that knows single quotes. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word)
}

function personAt(
  write: (text: string) => void,
  answers: (string | boolean)[] | undefined,
): World['terminal'] {
  const terminal = openTerminal({ write, paint: (_style, text) => text, isLive: false, asks: false })
  if (!answers) return terminal
  const waiting = [...answers]
  const answer = <Answer>(question: string): Answer => {
    if (waiting.length === 0) throw new Error(`nobody answers: ${question}`)
    write(`? ${question}\n> ${String(waiting[0])}\n`)
    return waiting.shift() as Answer
  }
  return {
    ...terminal,
    asks: true,
    async ask({ question, hint, suggestion, fault }) {
      const given = answer<string>(
        [question, hint && `(${hint})`, suggestion && `[${suggestion}]`].filter(Boolean).join(' '),
      )
      const taken = given === '' ? (suggestion ?? '') : given
      const wrong = fault(taken)
      if (wrong) throw new Error(wrong)
      return taken
    },
    confirm: async (question) => answer<boolean>(question),
    choose: async (question) => answer(question),
  }
}

function answering(web: Record<string, unknown>): typeof fetch {
  return async (input) => {
    const url = String(input)
    const known = web[url] ?? web[url.replace(/\?.*/, '')]
    if (known === 0) throw new TypeError('fetch failed')
    if (known === undefined) return new Response('not there', { status: 404 })
    return typeof known === 'number' ? new Response('', { status: known }) : Response.json(known)
  }
}

/** GitHub for somebody whom it does not know. */
const nobody: GitHubDoor = {
  findToken: async () => undefined,
  deviceSignIn: unexpected,
  connect: unexpected,
  whoAmI: unexpected,
  openPullFor: unexpected,
  propose: unexpected,
  readProgress: unexpected,
  follow: unexpected,
}

function unexpected(): never {
  throw new Error('GitHub was asked')
}
