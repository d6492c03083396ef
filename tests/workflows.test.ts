import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lintWorkflows } from '../scripts/workflows/actionlint.ts'
import { readWorkflows, scriptsOf, secretsOf, writesOf } from './support/workflow-files.ts'

const root = join(import.meta.dirname, '..')

const workflows = readWorkflows(join(root, '.github/workflows'))
const jobs = workflows.flatMap((workflow) => Object.values(workflow.jobs))
const steps = jobs.flatMap((job) => job.steps.map((step) => ({ job, step })))

/** Runs the code of the pull request, and therefore holds nothing. Every other workflow holds rights or secrets. */
const UNTRUSTED = ['ci.yml', 'review.yml']

/** Jobs that talk to third parties: addresses and repositories that publishers choose, package registries, domains. */
const NETWORK = ['scripts/verify-pulls.ts', 'scripts/sweep.ts', 'scripts/track.ts']

describe.each(workflows)('$file', ({ file, text, name, permissions, concurrency, env, on, jobs: own }) => {
  test('fits on a page', () => expect(text.split('\n').length - 1).toBeLessThanOrEqual(80))

  test('is called like its file, since others wait for that name', () => expect(`${name}.yml`).toBe(file))

  test('gives no rights to all jobs at once', () => {
    expect(permissions).toEqual({})
    expect(env).toBeUndefined()
  })

  test('says what happens when two runs meet', () =>
    expect(concurrency).toMatchObject({ 'cancel-in-progress': expect.anything() }))

  test.each(Object.values(own))('$title says its rights and its end', (job) => {
    expect(job.permissions).toBeTypeOf('object')
    expect(job['timeout-minutes']).toBeGreaterThan(0)
  })

  test('waits for workflows that exist', () => {
    const names = workflows.map((workflow) => workflow.name)
    for (const awaited of on.workflow_run?.workflows ?? []) expect(names).toContain(awaited)
  })

  test('runs scripts that exist', () => {
    const scripts = Object.values(own).flatMap(scriptsOf)
    expect(scripts.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })
})

describe('what runs', () => {
  const actions = steps.flatMap(({ job, step }) => (step.uses ? [{ ...job, uses: step.uses }] : []))

  test('every action is of GitHub, and pinned to a commit', () => {
    for (const { uses } of actions) expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/)
  })

  test('every pin says the version that it is', () => {
    const lines = workflows.flatMap(({ text }) => text.split('\n').filter((line) => /\buses:/.test(line)))
    expect(lines.length).toBe(actions.length)
    for (const line of lines) expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  test('one action has one version', () => {
    const pins = new Map<string, Set<string>>()
    for (const { uses } of actions) {
      const [action, commit] = uses.split('@') as [string, string]
      pins.set(action, (pins.get(action) ?? new Set()).add(commit))
    }
    expect([...pins].filter(([, commits]) => commits.size > 1)).toEqual([])
  })

  test('nothing of an event reaches a shell', () => {
    for (const { job, step } of steps) expect(step.run ?? '', job.title).not.toContain('${{')
  })

  test('a checkout is of the main branch, and leaves no token behind', () => {
    const checkouts = steps.filter(({ step }) => step.uses?.startsWith('actions/checkout@'))
    expect(checkouts.length).toBeGreaterThan(5)
    for (const { job, step } of checkouts) {
      expect(step.with, job.title).toMatchObject({ 'persist-credentials': false })
      expect(Object.keys(step.with!), job.title).not.toContain('ref')
      expect(Object.keys(step.with!), job.title).not.toContain('repository')
    }
  })
})

describe('privileges', () => {
  const trusted = workflows.filter(({ file }) => !UNTRUSTED.includes(file))
  const doing = (script: string) => jobs.filter((job) => scriptsOf(job).includes(`scripts/${script}`))

  test('what talks to the internet writes nothing and has no key', () => {
    const talking = jobs.filter((job) => scriptsOf(job).some((script) => NETWORK.includes(script)))
    expect(talking).toHaveLength(NETWORK.length)
    for (const job of talking) {
      expect(writesOf(job), job.title).toEqual([])
      expect(secretsOf(job), job.title).not.toContain('REGISTRY_APP_KEY')
      expect(job.environment, job.title).toBeUndefined()
    }
  })

  test('every job that writes has exactly the rights of its duty', () => {
    const rights = Object.fromEntries(
      jobs.filter((job) => writesOf(job).length > 0).map((job) => [job.title, writesOf(job).sort()]),
    )
    expect(rights).toEqual({
      'verify.yml: report': ['checks', 'pull-requests'],
      'merge.yml: merge': ['checks', 'contents', 'pull-requests'],
      'merge.yml: deploy': ['actions'],
      'deploy.yml: deploy': ['id-token', 'pages'],
      'deploy.yml: announce': ['pull-requests'],
      'sweep.yml: report': ['issues'],
      'track.yml: propose': ['contents', 'pull-requests'],
    })
  })

  test('only one job can write to the main branch, and one at a time', () => {
    const writing = jobs.filter((job) => writesOf(job).includes('contents'))
    // The ruleset asks for a check, so who cannot write one writes to other branches only.
    const [merge, ...others] = writing.filter((job) => writesOf(job).includes('checks'))
    expect(others).toEqual([])
    expect(doing('merge.ts')).toEqual([merge])
    expect(merge!.environment).toBe('registry-merge')
    expect(writing.filter((job) => job !== merge)).toEqual(doing('track-propose.ts'))
    for (const file of ['merge.yml', 'track.yml']) {
      const { concurrency } = workflows.find((workflow) => workflow.file === file)!
      expect(concurrency).toMatchObject({ 'cancel-in-progress': false })
    }
  })

  test('the App’s token can neither change nor start workflows', () => {
    const token = steps.find(({ step }) => step.uses?.includes('create-github-app-token'))!
    const asked = Object.keys(token.step.with!).filter((key) => key.startsWith('permission-'))
    expect(asked.sort()).toEqual(['permission-checks', 'permission-contents', 'permission-pull-requests'])
  })

  test('the App’s key is in the merge job only, and what else is secret can only read', () => {
    const knowing = jobs.filter((job) => secretsOf(job).length > 0).map((job) => [job.title, secretsOf(job)])
    expect(Object.fromEntries(knowing)).toEqual({
      'verify.yml: verify': ['REGISTRY_READ_TOKEN'],
      'merge.yml: merge': ['REGISTRY_APP_KEY', 'REGISTRY_READ_TOKEN'],
    })
  })

  test('no cache that somebody else could have filled', () => {
    for (const { file, jobs: own } of trusted) {
      for (const { uses = '', with: options } of Object.values(own).flatMap((job) => job.steps)) {
        expect(uses, file).not.toContain('actions/cache')
        if (uses.includes('setup-node')) expect(options).toMatchObject({ 'package-manager-cache': false })
        expect(options ?? {}, file).not.toHaveProperty('cache')
      }
    }
  })

  test('what another job made lies outside the checkout, where it can replace no program', () => {
    const downloads = steps.filter(({ step }) => step.uses?.includes('download-artifact'))
    expect(downloads.length).toBeGreaterThan(0)
    for (const { job, step } of downloads) {
      expect(step.with?.path, job.title).toMatch(/^\$\{\{ runner\.temp \}\}\//)
    }
  })

  test('no script of a package runs beside a token of the gate', () => {
    const installing = steps.filter(({ step }) => /npm (ci|install)/.test(step.run ?? ''))
    for (const { job, step } of installing) {
      if (/^(ci|deploy)\.yml: (test|check|build)$/.test(job.title)) continue
      expect(step.run, job.title).toBe('npm ci --ignore-scripts')
    }
  })

  test('what runs the code of a pull request holds nothing', () => {
    for (const { file, on, jobs: own } of workflows) {
      const events = Object.keys(on)
      const untrusted = events.some((event) =>
        ['pull_request', 'pull_request_review', 'merge_group'].includes(event),
      )
      expect(untrusted, file).toBe(UNTRUSTED.includes(file))
      if (!untrusted) continue
      for (const job of Object.values(own))
        expect(['{}', '{"contents":"read"}']).toContain(JSON.stringify(job.permissions))
    }
  })
})

describe('actionlint', () => {
  test('finds nothing to mend', async () => {
    const files = new Map(workflows.map(({ file, text }) => [file, text]))
    expect(await lintWorkflows(files)).toEqual([])
  })

  test('still sees what is wrong', async () => {
    const text =
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-42\n    steps:\n      - run: echo ${{ github.event.issue.title }}\n'
    const findings = await lintWorkflows(new Map([['a.yml', text]]))
    expect(findings.map(({ kind }) => kind)).toEqual(['runner-label', 'expression'])
  })
})
