import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Unreachable } from '../../src/verify/net/unreachable.ts'
import type { WebAnswer, WebClient } from '../../src/verify/net/web-client.ts'
import { addressOf } from '../../src/verify/packages/registry-addresses.ts'
import type { Publisher } from '../../src/verify/publisher.ts'
import { toComment } from '../../src/verify/render/comment.ts'
import type { Verdict } from '../../src/verify/verdict.ts'
import { verify } from '../../src/verify/verify.ts'
import { makeRepository, type TestRepository } from '../support/git-repository.ts'
import { commitSteps, type Step } from '../support/git-steps.ts'
import { factsOf, type World } from '../support/github-world.ts'

/** One attack, or one honest change that looks like one. Its folder may also hold `base/`, `head/` and `main/`. */
interface Case {
  /** What is tried, as a sentence. */
  title: string
  /** The row of the threat list. */
  threat: string
  publisher: Partial<Publisher> & { login: string }
  world?: Partial<World>
  /** What other hosts answer, by address, `{npm}` being the public npm registry; any other request fails the test. */
  web?: Record<string, { status?: number; body?: string; unreachable?: string }>
  /** TXT records by domain. */
  dns?: Record<string, string[]>
  /** The main branch before, the pull request's commits, and what the main branch got meanwhile. */
  base?: Step[]
  head?: Step[][]
  main?: Step[]
}

const HERE = import.meta.dirname
const SHARED = join(HERE, 'shared')
const WORLD = JSON.parse(readFileSync(join(SHARED, 'world.json'), 'utf8')) as World
const NPM = addressOf('npm', {})
const NOW = Date.parse('2026-11-26T12:00:00Z')

const cases = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
  .map(({ name }) => ({ name, ...(JSON.parse(readFileSync(join(HERE, name, 'case.json'), 'utf8')) as Case) }))

test('every case of the threat list that belongs here has its folder', () => {
  const named = readFileSync(join(HERE, 'shared', 'must-have.txt'), 'utf8')
    .trim()
    .split('\n')
  expect(named.filter((name) => !cases.some((candidate) => candidate.name === name))).toEqual([])
})

describe.each(cases)('$name: $title', (attack) => {
  test('the verdict and the comment are as expected', async () => {
    const folder = join(HERE, attack.name)
    const repository = buildCase(folder, attack)
    const before = repository.git('for-each-ref')
    const verdict = await judge(repository, attack)
    await expect(summaryOf(verdict)).toMatchFileSnapshot(join(folder, 'verdict.txt'))
    await expect(commentOf(verdict)).toMatchFileSnapshot(join(folder, 'comment.md'))
    expect(repository.git('for-each-ref')).toBe(before)
    expect(repository.git('status', '--porcelain')).toBe('')
  })
})

function buildCase(folder: string, { base = [], head = [], main = [] }: Case): TestRepository {
  const repository = makeRepository()
  overlay(join(SHARED, 'base'), repository)
  overlay(join(folder, 'base'), repository)
  repository.commit({}, { at: 1 })
  commitSteps(repository, base, 2)
  repository.git('switch', '--quiet', '--create', 'head')
  overlay(join(folder, 'head'), repository)
  repository.commit({}, { at: 3 })
  head.forEach((steps, index) => commitSteps(repository, steps, 4 + index))
  // What only the index holds is left out of the work tree, which is nobody's business here.
  repository.git('switch', '--quiet', '--force', 'main')
  overlay(join(folder, 'main'), repository)
  repository.commit({}, { at: 90 })
  commitSteps(repository, main, 91)
  return repository
}

function overlay(folder: string, repository: TestRepository): void {
  if (existsSync(folder)) cpSync(folder, repository.folder, { recursive: true })
}

async function judge(repository: TestRepository, attack: Case): Promise<Verdict> {
  const headSha = repository.git('rev-parse', 'head')
  const world = { ...WORLD, ...attack.world, accounts: { ...WORLD.accounts, ...attack.world?.accounts } }
  const { login } = attack.publisher
  const account = Object.entries(world.accounts).find(
    ([name]) => name.toLowerCase() === login.toLowerCase(),
  )?.[1]
  return verify({
    repository: repository.folder,
    base: 'main',
    head: 'head',
    publisher: { ...publisherOf(login, account), ...attack.publisher },
    github: factsOf(world, headSha),
    web: () => webOf(attack),
    dns: { txt: async (domain) => attack.dns?.[domain] ?? [] },
    now: NOW,
    sleep: async () => {},
  })
}

/** Who publishes from a fork of their own, as nearly everybody does. */
function publisherOf(login: string, account?: World['accounts'][string]): Publisher {
  const { id, type = 'User' } = account ?? {}
  const identity = { login, ...(id !== undefined && { id }) }
  const headRepository = {
    fullName: `${login}/registry`,
    owner: { ...identity, type: 'User' as const },
    isRegistry: false,
    isForkOfRegistry: true,
    branch: 'patch-1',
  }
  return { ...identity, type, headRepository }
}

function webOf({ web = {} }: Case): WebClient {
  const answer = async (url: string): Promise<WebAnswer> => {
    const known = web[url.replace(NPM, '{npm}')]
    if (!known) throw new Error(`unmocked request to ${url}`)
    if (known.unreachable !== undefined) throw new Unreachable(known.unreachable)
    return { status: known.status ?? 200, headers: new Headers(), bytes: Buffer.from(known.body ?? ''), url }
  }
  return {
    get: answer,
    sha256: async (url) => ({ ...(await answer(url)), sha256: '', size: 0 }),
  }
}

/** What passed is left out: it has golden files of its own, and every new rule would change all of these. */
function commentOf(verdict: Verdict): string {
  const passed = /<details><summary>\d+ checks? passed[^]*?<\/details>\n\n/
  return `${toComment(verdict).replace(passed, '')}\n`
}

/** The decision and everything that did not pass; commits differ from run to run and are left out. */
function summaryOf({ decision, findings, publishes, proof, owners = [] }: Verdict): string {
  const lines = findings
    .filter(({ status }) => status !== 'pass' && status !== 'skipped')
    .map(
      ({ code, status, path = '', line, message }) =>
        `${status} ${code} ${path}${line ? `:${line}` : ''}\n  ${message}`,
    )
  const facts = [
    `decision: ${decision}`,
    ...(proof ? [`proof: ${proof}`] : []),
    ...publishes.map(({ name, version }) => `publishes: ${name} ${version}`),
    ...owners.map(
      ({ namespace, owner, record }) => `owner: ${namespace} is ${owner.login ?? 'its domain'} (${record})`,
    ),
  ]
  return `${[...facts, ...lines].join('\n')}\n`
}
