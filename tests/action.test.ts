import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { lintWorkflows } from '../scripts/workflows/actionlint.ts'
import { temporaryFolder } from './support/git-repository.ts'

interface Action {
  inputs: Record<string, { description: string; required?: boolean; default?: string }>
  outputs: Record<string, { value: string }>
  runs: {
    using: string
    steps: { id?: string; uses?: string; run?: string; shell?: string; env?: Record<string, string> }[]
  }
}

const action = parse(readFileSync(join(import.meta.dirname, '../action.yml'), 'utf8')) as Action
const step = action.runs.steps.find(({ id }) => id === 'publish')!

const PULL = {
  name: 'io.github.acme/weather',
  version: '1.2.0',
  pull: { url: 'https://github.com/r/s/pull/7' },
}
const MISSING = { valid: false, findings: [{ severity: 'error', code: 'R402' }] }
const BROKEN = { valid: false, findings: [...MISSING.findings, { severity: 'error', code: 'R241' }] }

/** An answer of the program: its exit code, and its document. */
type Answer = [code: number, document: object | string]

/**
 * Runs the step in bash, with a program in place of npx that writes down how it was called and answers in turn, and a
 * `sleep` that does not.
 */
function run(env: Record<string, string>, answers: Answer[] = [[5, PULL]]) {
  const folder = temporaryFolder()
  const at = (name: string) => join(folder, name)
  answers.forEach(([code, document], i) => {
    writeFileSync(at(`answer-${i}`), typeof document === 'string' ? document : JSON.stringify(document))
    writeFileSync(at(`code-${i}`), String(code))
  })
  const stub = `#!/bin/bash
cd '${folder}'
n=$(cat calls 2>/dev/null | grep -c '^publish$')
printf '%s\\n' "$@" >> calls
cat "answer-$n"; exit "$(cat "code-$n")"\n`
  writeFileSync(at('npx'), stub)
  writeFileSync(at('sleep'), `#!/bin/bash\necho "$1" >> '${at('slept')}'\n`)
  for (const name of ['npx', 'sleep']) chmodSync(at(name), 0o755)
  writeFileSync(at('output'), '')
  const { status, stdout } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', step.run!],
    {
      encoding: 'utf8',
      env: {
        PATH: `${folder}:${process.env.PATH}`,
        GITHUB_OUTPUT: at('output'),
        GITHUB_REF_TYPE: 'tag',
        GITHUB_REF_NAME: 'v1.2.0',
        REGISTRY: 'https://registry.example/mcp/',
        GITHUB_TOKEN: 'secret',
        PROJECT: '.',
        TAG: '',
        VERSION: '',
        WAIT_MINUTES: '10',
        ...env,
      },
    },
  )
  const read = (name: string) => spawnSync('cat', [at(name)], { encoding: 'utf8' }).stdout
  return {
    status,
    stdout,
    calls: read('calls').split('\n').slice(0, -1),
    slept: read('slept'),
    output: read('output'),
  }
}

describe('the action', () => {
  test('is one that GitHub can run, and that says what it wants', () => {
    expect(action.runs.using).toBe('composite')
    for (const { description } of Object.values(action.inputs)) expect(description).toMatch(/\.$/)
    for (const { uses, run: text, shell } of action.runs.steps) {
      if (uses) expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/)
      else expect(shell).toBe('bash')
      expect(text ?? '').not.toContain('${{')
    }
    expect(
      Object.values(step.env!)
        .map((value) => value.replace(/^\$\{\{ inputs\.([\w-]+) \}\}$/, '$1'))
        .sort(),
    ).toEqual(Object.keys(action.inputs).sort())
  })

  test('has steps in which actionlint finds nothing', async () => {
    const inputs = Object.keys(action.inputs)
    const workflow = {
      on: { workflow_call: { inputs: Object.fromEntries(inputs.map((name) => [name, { type: 'string' }])) } },
      jobs: { a: { 'runs-on': 'ubuntu-24.04', steps: action.runs.steps } },
    }
    expect(await lintWorkflows(new Map([['action.yml', JSON.stringify(workflow)]]))).toEqual([])
  })
})

describe('its script', () => {
  test('publishes the version of the tag, and gives the address of the pull request', () => {
    const { status, calls, output } = run({})
    expect(status).toBe(0)
    expect(calls).toEqual([
      '--yes',
      'https://registry.example/mcp/cli.tgz',
      'publish',
      '.',
      '--version',
      '1.2.0',
      '--yes',
      '--json',
      '--no-watch',
    ])
    expect(output).toBe('pull-request=https://github.com/r/s/pull/7\n')
  })

  test.each([
    ['1.2.0', '', '1.2.0'],
    ['weather-v1.2.0-rc.1', 'weather-v{version}', '1.2.0-rc.1'],
    ['@acme/weather@1.2.0', '@acme/weather@{version}', '1.2.0'],
  ])('takes the version from the tag %s', (GITHUB_REF_NAME, TAG, version) => {
    expect(run({ GITHUB_REF_NAME, TAG }).calls).toContain(version)
  })

  test('takes a version that is given, also where there is no tag', () => {
    expect(run({ VERSION: '2.0.0', GITHUB_REF_TYPE: 'branch' }).calls).toContain('2.0.0')
  })

  test('has nothing to do where the version is listed', () => {
    expect(run({}, [[0, { live: true }]])).toMatchObject({ status: 0, output: 'pull-request=\n' })
  })

  test('waits for a package, and for an answer', () => {
    const { status, slept } = run({}, [
      [2, MISSING],
      [4, ''],
      [5, PULL],
    ])
    expect(status).toBe(0)
    expect(slept).toBe('30\n30\n')
  })

  test.each<[string, Record<string, string>, Answer[], number]>([
    ['a mistake in the document', {}, [[2, BROKEN]], 2],
    ['an end without a word', {}, [[2, '']], 2],
    ['a token that is refused', {}, [[3, '']], 3],
    ['a package that does not come', { WAIT_MINUTES: '0' }, [[2, MISSING]], 1],
  ])('ends at once for %s', (_, env, answers, code) => {
    expect(run(env, answers)).toMatchObject({ status: code, slept: '', output: '' })
  })

  test.each([
    ['an address without TLS', { REGISTRY: 'http://registry.example/' }, '`registry`'],
    ['an address with a command', { REGISTRY: 'https://x.example/$(touch evil)' }, '`registry`'],
    ['no token', { GITHUB_TOKEN: '' }, '`token`'],
    ['a time that is none', { WAIT_MINUTES: 'a[$(touch evil)]' }, '`wait-minutes`'],
    ['a pattern without a version', { TAG: 'weather' }, '`tag`'],
    ['a tag of another kind', { GITHUB_REF_NAME: 'other-v1.0.0', TAG: 'weather-v{version}' }, '`tag`'],
    ['a tag without a version', { GITHUB_REF_NAME: 'nightly' }, 'no version'],
    ['a tag with a command', { GITHUB_REF_NAME: 'v1$(touch${IFS}evil)' }, 'no version'],
    ['a branch', { GITHUB_REF_TYPE: 'branch' }, '`version`'],
  ])('refuses %s, and runs nothing', (_, env, words) => {
    const { status, stdout, calls } = run(env)
    expect(status).toBe(1)
    expect(stdout).toMatch(/^::error::[A-Z].*\.\n$/)
    expect(stdout).toContain(words)
    expect(calls).toEqual([])
  })
})
