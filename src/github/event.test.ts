import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../tests/support/git-repository.ts'
import { readEvent } from './event.ts'

function wantedBy(name: string, payload: object) {
  const path = join(temporaryFolder(), 'event.json')
  writeFileSync(path, JSON.stringify(payload))
  return readEvent({ GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path })
}

const comment = (body: string, issue: object = { number: 5, pull_request: {} }) => ({
  comment: { body },
  issue,
})

test.each([
  ['pull_request_target', { pull_request: { number: 5 } }, { pullRequest: 5 }],
  ['issue_comment', comment('/recheck'), { pullRequest: 5 }],
  ['issue_comment', comment('/recheck', { number: 5 }), 'none'],
  ['issue_comment', comment('> /recheck'), 'none'],
  ['issue_comment', comment('/merge'), 'none'],
  ['workflow_dispatch', { inputs: { pull_request: '5' } }, { pullRequest: 5 }],
  ['workflow_dispatch', { inputs: { pull_request: '5; rm' } }, 'none'],
  ['workflow_dispatch', { inputs: null }, 'waiting'],
  ['schedule', { schedule: '* * * * *' }, 'waiting'],
])('%s with %j is about %j', (name, payload, wanted) => {
  expect(wantedBy(name, payload)).toEqual(wanted)
})
