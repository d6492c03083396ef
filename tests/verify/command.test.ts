import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkShape } from '../../src/catalog/schema-check.ts'
import { makeRepository, type Files, type TestRepository } from '../support/git-repository.ts'
import { serverFile } from '../support/registry-files.ts'

const SCRIPT = join(import.meta.dirname, '../../scripts/verify.ts')
const WEATHER = 'io.github.alice/weather'

let repository: TestRepository

/** Branches from the main branch, by name. */
const BRANCHES: Record<string, Files> = {
  sound: serverFile(WEATHER, '2.0.0', { remotes: [{ type: 'sse', url: 'https://weather.example/sse' }] }),
  mistaken: serverFile(WEATHER, '2.0.0', { description: '' }),
  doubtful: serverFile(WEATHER, '2.0.0', { title: 'We\u0430ther' }),
}

beforeAll(() => {
  repository = makeRepository()
  repository.commit(
    { 'registry.config.json': '{"title":"Test"}', ...serverFile(WEATHER, '1.0.0') },
    { at: 1 },
  )
  for (const [name, files] of Object.entries(BRANCHES)) {
    repository.git('switch', '--quiet', '--create', name, 'main')
    repository.commit(files, { at: 2 })
  }
  repository.git('switch', '--quiet', 'main')
})

function run(...flags: string[]): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, REGISTRY_ROOT: repository.folder, NO_COLOR: '1' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...flags], {
    env,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

function judge(head: string, ...flags: string[]): ReturnType<typeof run> {
  return run('--base', 'main', '--head', head, '--as', 'alice:1', '--offline', ...flags)
}

describe('npm run verify', () => {
  test.each([
    ['sound', 0, '✓'],
    ['mistaken', 1, '✗'],
    ['doubtful', 2, '⏸'],
  ])('%s: exit code %i', (head, status, mark) => {
    const outcome = judge(head)
    expect(outcome).toMatchObject({ status, stderr: '' })
    expect(outcome.stdout).toContain(mark)
  })

  test('somebody else may not', () => {
    const outcome = run('--base', 'main', '--head', 'sound', '--as', 'mallory', '--offline')
    expect(outcome.status).toBe(1)
    expect(outcome.stdout).toContain('R301')
  })

  test('the owner of the fork may', () => {
    const flags = ['--base', 'main', '--head', 'sound', '--as', 'bob', '--head-repo', 'alice', '--offline']
    expect(run(...flags).status).toBe(0)
  })

  test('JSON is one document on standard output, of the agreed form', () => {
    const { stdout, stderr } = judge('mistaken', '--format', 'json')
    expect(checkShape('verdict', JSON.parse(stdout))).toEqual([])
    expect(stderr).toBe('')
  })

  test('Markdown is the comment of the pull request', () => {
    expect(judge('mistaken', '--format', 'markdown').stdout).toMatch(
      /^<!-- registry:verdict -->\n### ✗ 1 thing/,
    )
  })

  test('nothing is checked out and nothing is left behind', () => {
    judge('sound')
    expect(repository.git('status', '--porcelain')).toBe('')
    expect(repository.git('rev-parse', '--abbrev-ref', 'HEAD')).toBe('main')
  })

  test.each([
    [['--base', 'main', '--head', 'sound'], /--as/],
    [['--base', 'main', '--head', 'nowhere', '--as', 'alice', '--offline'], /no commit `nowhere`/],
    [['--base', 'main', '--head', 'sound', '--as', 'not a login', '--offline'], /LOGIN:ID/],
    [['--base', 'main', '--head', 'sound', '--as', 'alice', '--format', 'xml'], /format `xml`/],
    [['--nonsense'], /--help/],
  ])('%j cannot be judged', (flags, complaint) => {
    const { status, stdout, stderr } = run(...flags)
    expect([status, stdout]).toEqual([3, ''])
    expect(stderr).toMatch(complaint)
    expect(stderr).not.toContain('    at ')
  })

  test('--help tells how', () => expect(run('--help')).toMatchObject({ status: 0, stderr: '' }))
})
