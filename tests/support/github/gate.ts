import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder, type Files } from '../git-repository.ts'
import { BareRepository } from './bare-repository.ts'
import { GitHubContract } from './contract.ts'
import { nextNumber } from './routes/pulls.ts'
import { serveGitHub, type Call, type GitHubServer, type Token } from './server.ts'
import {
  addFork,
  forkOf,
  headOf,
  type Account,
  type Comment,
  type Fork,
  type Pull,
  type Review,
  type World,
} from './world.ts'

const SCRIPTS = new URL('../../../scripts/', import.meta.url).pathname

const SETTINGS = { 'registry.config.json': '{ "title": "Registry", "url": "https://registry.example/" }\n' }
const BOT = 'github-actions[bot]'

/** What each job of the workflows may do. */
const TOKENS: Record<string, Token> = {
  // On a laptop, with a token of one's own.
  verify: { login: 'alice', may: [] },
  'verify-pulls': { login: BOT, may: [] },
  report: { login: BOT, may: ['checks', 'pull-requests'] },
  merge: { login: BOT, may: ['contents', 'checks', 'pull-requests'] },
  'start-deploy': { login: BOT, may: ['actions'] },
  announce: { login: BOT, may: ['pull-requests'] },
  sweep: { login: BOT, may: [] },
  'sweep-report': { login: BOT, may: ['issues'] },
  track: { login: BOT, may: [] },
  'track-propose': { login: BOT, may: ['contents', 'pull-requests'] },
}

export type Script = keyof typeof TOKENS

export interface ScriptRun {
  code: number | null
  /** Standard output and error, as they came. */
  output: string
  /** What the script gave to later steps. */
  outputs: Record<string, string>
}

const contract = new GitHubContract()

/** Scripts start twice as quickly where Node finds them compiled. */
const compiled = temporaryFolder()

/** A registry on the stand-in for GitHub, and a clone of it in which the workflows' scripts run. */
export class Gate {
  readonly world: World
  readonly server: GitHubServer
  readonly clone: string
  readonly #tokens: Record<string, Token>

  private constructor(world: World, server: GitHubServer, tokens: Record<string, Token>) {
    this.world = world
    this.server = server
    this.#tokens = tokens
    this.clone = temporaryFolder()
    world.repository.git(['clone', '--quiet', world.repository.folder, this.clone])
  }

  /** @param files what the registry holds at the start, besides its settings */
  static async open(files: Files = {}): Promise<Gate> {
    const repository = new BareRepository(temporaryFolder(), Math.floor(Date.now() / 1000) - 86_400)
    repository.commit('refs/heads/main', { ...SETTINGS, ...files }, { message: 'Begin' })
    let id = 1000
    const world: World = {
      repository,
      owner: 'registry',
      repo: 'servers',
      settings: {},
      forks: [],
      forkDelay: 0,
      accounts: new Map(),
      permissions: new Map(),
      pulls: new Map(),
      comments: [],
      reviews: [],
      checks: [],
      issues: new Map(),
      released: new Map(),
      dispatches: [],
      nextId: () => ++id,
      now: () => `${new Date().toISOString().slice(0, 19)}Z`,
    }
    const tokens = { ...TOKENS }
    const gate = new Gate(world, await serveGitHub(world, contract, tokens), tokens)
    gate.account('registry', { type: 'Organization' })
    gate.account('maria')
    world.permissions.set('maria', 'write')
    return gate
  }

  /** Ends the server. Throws where something was asked or answered that GitHub would not know. */
  async close(): Promise<void> {
    await this.server.stop()
    if (this.server.problems.length > 0) throw new Error(this.server.problems.join('\n'))
  }

  /** Brings the clone's files up to the main branch, as a workflow's check-out does. */
  update(): void {
    this.world.repository.git(['-C', this.clone, 'pull', '--quiet', '--ff-only', 'origin', 'main'])
  }

  account(login: string, more: Partial<Account> = {}): Account {
    const account = {
      id: this.world.nextId(),
      login,
      type: 'User',
      createdAt: '2020-01-01T00:00:00Z',
      ...more,
    } as const
    this.world.accounts.set(login.toLowerCase(), account)
    return account
  }

  /**
   * Signs somebody in.
   *
   * @returns their token
   */
  signIn(login: string, scopes: readonly string[] = ['public_repo']): string {
    const token = `token-of-${login}`
    this.#tokens[token] = { login, may: [], scopes }
    return token
  }

  /** Gives somebody a fork whose default branch is at a commit: where the main branch was, or with work of their own. */
  fork(owner: string, commit = this.world.repository.find('refs/heads/main')!, name = this.world.repo): Fork {
    const fork = { owner, name, readyAt: 0 }
    addFork(this.world, fork, commit)
    return fork
  }

  /** Opens a pull request from a fork of the author's, cut from the main branch as it is. */
  pull(author: string, files: Files, more: Partial<Pull> = {}): Pull {
    const { world } = this
    const number = nextNumber(world)
    const pull: Pull = {
      number,
      author,
      title: `Pull request ${number}`,
      body: '',
      headOwner: author,
      headBranch: `patch-${number}`,
      headSha: '',
      baseBranch: 'main',
      state: 'open',
      draft: false,
      createdAt: world.now(),
      viaApp: false,
      ...more,
    }
    world.pulls.set(number, pull)
    if (pull.headOwner !== world.owner && !forkOf(world, pull.headOwner)) this.fork(pull.headOwner)
    this.push(pull, files, world.repository.find('refs/heads/main'))
    return pull
  }

  push(pull: Pull, files: Files, from?: string): void {
    const { number } = pull
    const message = 'x (#1)\n\nRegistry-Publisher: mallory (666)'
    pull.headSha = this.world.repository.commit(`refs/pull/${number}/head`, files, {
      message,
      ...(from && { from }),
    })
  }

  review(
    pull: Pull,
    author: string,
    state: Review['state'] = 'APPROVED',
    commit = headOf(this.world, pull),
  ): Review {
    const submittedAt = this.world.now()
    const review = { id: this.world.nextId(), pull: pull.number, author, state, commit, submittedAt }
    this.world.reviews.push(review)
    return review
  }

  comment(pull: Pull, author: string, body: string): Comment {
    const comment = { id: this.world.nextId(), issue: pull.number, author, body, history: [body] }
    this.world.comments.push(comment)
    return comment
  }

  /** Does something at the last moment, when GitHub is asked to merge a pull request. */
  beforeMerging({ number }: Pull, act: () => void): void {
    let done = false
    const strikes = ({ operation, path }: Call): boolean => {
      if (!done && operation.startsWith('PUT') && path.endsWith(`/pulls/${number}/merge`)) {
        done = true
        act()
      }
      return false
    }
    this.server.faults.push({ strikes, how: '500', when: 'before' })
  }

  /** The texts of all comments on a pull request. */
  comments(pull: Pull): string[] {
    return this.world.comments.filter(({ issue }) => issue === pull.number).map(({ body }) => body)
  }

  /** A file of the main branch. */
  published(path: string): string | undefined {
    return this.world.repository.read('refs/heads/main', path)
  }

  /** What the check of a pull request's head says in the end. */
  conclusion(pull: Pull): string | null | undefined {
    const head = headOf(this.world, pull)
    return this.world.checks
      .filter(({ headSha, name }) => headSha === head && name === 'registry/verify')
      .at(-1)?.conclusion
  }

  /** Judges and reports, as the workflow `verify` does: one pull request, or all that wait. */
  async verify(pull?: Pull): Promise<ScriptRun> {
    const event = pull && { name: 'pull_request_target', payload: { pull_request: { number: pull.number } } }
    await this.run('verify-pulls', event)
    return this.run('report')
  }

  merge(): Promise<ScriptRun> {
    return this.run('merge')
  }

  /** Runs a script in the clone as a process of its own, with what a workflow gives it. */
  async run(
    script: Script,
    event?: { name: string; payload: object },
    environment: Record<string, string> = {},
    args: readonly string[] = [],
  ): Promise<ScriptRun> {
    const folder = temporaryFolder()
    const [eventPath, outputPath] = [join(folder, 'event.json'), join(folder, 'output')]
    writeFileSync(eventPath, JSON.stringify(event?.payload ?? {}))
    const { PATH = '', GIT_CONFIG_GLOBAL = '', GIT_CONFIG_NOSYSTEM = '' } = process.env
    const child = spawn(process.execPath, [join(SCRIPTS, `${script}.ts`), ...args], {
      cwd: this.clone,
      env: {
        PATH,
        GIT_CONFIG_GLOBAL,
        GIT_CONFIG_NOSYSTEM,
        GITHUB_TOKEN: script,
        GITHUB_ACTION: 'run',
        GITHUB_REPOSITORY: 'registry/servers',
        GITHUB_API_URL: this.server.url,
        GITHUB_EVENT_NAME: event?.name ?? 'schedule',
        GITHUB_EVENT_PATH: eventPath,
        GITHUB_OUTPUT: outputPath,
        REGISTRY_API_PACE: '0',
        NODE_COMPILE_CACHE: compiled,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text))
    }
    const [code] = (await once(child, 'close')) as [number | null]
    const outputs = existsSync(outputPath) ? readFileSync(outputPath, 'utf8') : ''
    return {
      code,
      output,
      outputs: Object.fromEntries(
        outputs
          .split('\n')
          .filter(Boolean)
          .map((line) => line.split('=')),
      ),
    }
  }
}
