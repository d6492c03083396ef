import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readWorkflows } from './support/workflow-files.ts'

const workflows = readWorkflows(join(import.meta.dirname, '../.github/workflows'))
const named = (name: string) => workflows.find((workflow) => workflow.name === name)!

/** Works out an expression of GitHub's: what is not there is empty, `==` compares loosely. */
function evaluate(expression: string, github: object, inputs: object = {}): unknown {
  const source = expression.replace(/\b(github|inputs)((?:\.\w+)+)/g, (_, context: string, path: string) =>
    [context, ...path.slice(1).split('.')].join('?.'),
  )
  const startsWith = (text = '', start: string) => text.toLowerCase().startsWith(start.toLowerCase())
  return new Function('github', 'inputs', 'startsWith', `return (${source})`)(github, inputs, startsWith)
}

/** The text of a setting, with every `${{ }}` in it worked out. */
const fill = (text: string, github: object, inputs?: object): string =>
  text.replace(/\$\{\{([\s\S]+?)\}\}/g, (_, expression: string) =>
    String(evaluate(expression, github, inputs)),
  )

const base = { repository: 'acme/registry', run_id: 99 }
const pull = (
  action: string,
  head = { ref: 'publish', repo: { full_name: 'alice/registry' } },
  more = {},
) => ({
  ...base,
  event_name: 'pull_request_target',
  event: { action, pull_request: { number: 7, head }, ...more },
})
const comment = (body: string, issue: object) => ({
  ...base,
  event_name: 'issue_comment',
  event: { action: 'created', comment: { body }, issue: { number: 7, ...issue } },
})
const onPull = { pull_request: { url: 'https://api.github.example/' } }

describe('verify', () => {
  const { concurrency, jobs } = named('verify') as unknown as {
    concurrency: { group: string; 'cancel-in-progress': string }
    jobs: { verify: { if: string } }
  }

  test.each([
    ['a new pull request', pull('opened'), 'verify-7', true],
    ['a push', pull('synchronize'), 'verify-7', true],
    [
      'a push to a fork that is gone',
      pull('synchronize', { ref: 'publish', repo: null as never }),
      'verify-7',
      true,
    ],
    [
      'another base',
      pull('edited', undefined, { changes: { base: { ref: { from: 'old' } } } }),
      'verify-7',
      true,
    ],
    ['another title', pull('edited', undefined, { changes: { title: { from: 'old' } } }), 'verify-99', false],
    ['the command', comment('/recheck', onPull), 'verify-7', true],
    ['another comment', comment('Thank you', onPull), 'verify-99', false],
    ['the command in a sentence', comment('I said /recheck', onPull), 'verify-99', false],
    [
      'the stopwatch',
      { ...base, event_name: 'schedule', event: { schedule: '* * * * *' } },
      'verify-all',
      true,
    ],
  ])('%s', (_, github, group, runs) => {
    expect(fill(concurrency.group, github)).toBe(group)
    expect(Boolean(evaluate(jobs.verify.if, github))).toBe(runs)
  })

  test('the command on an issue', () => {
    expect(evaluate(jobs.verify.if, comment('/recheck', {}))).toBeFalsy()
  })

  test('one pull request by hand', () => {
    const github = { ...base, event_name: 'workflow_dispatch', event: {} }
    expect(fill(concurrency.group, github, { pull_request: '12' })).toBe('verify-12')
    expect(evaluate(jobs.verify.if, github)).toBe(true)
  })

  test('a pull request of the registry itself, and one that only looks like it', () => {
    const ref = 'registry/owner/io.github.alice'
    expect(evaluate(jobs.verify.if, pull('opened', { ref, repo: { full_name: 'acme/registry' } }))).toBe(
      false,
    )
    expect(evaluate(jobs.verify.if, pull('opened', { ref, repo: { full_name: 'mallory/registry' } }))).toBe(
      true,
    )
  })

  test('only a push ends what is under way', () => {
    const cancel = (github: object) => fill(concurrency['cancel-in-progress'], github)
    expect(cancel(pull('synchronize'))).toBe('true')
    expect(cancel(comment('/recheck', onPull))).toBe('false')
  })
})

test.each([
  ['a verdict', { workflow_run: { conclusion: 'success' } }, 'merge', true],
  ['a verification that broke', { workflow_run: { conclusion: 'failure' } }, 'merge', true],
  ['a workflow that had nothing to do', { workflow_run: { conclusion: 'skipped' } }, '99', false],
  ['the clock', { schedule: '* * * * *' }, 'merge', true],
])('merge after %s', (_, event, group, runs) => {
  const { concurrency, jobs } = named('merge') as unknown as {
    concurrency: { group: string }
    jobs: { merge: { if: string } }
  }
  expect(fill(concurrency.group, { ...base, event })).toBe(group)
  expect(evaluate(jobs.merge.if, { ...base, event })).toBe(runs)
})
