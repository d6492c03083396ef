import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { ownerBranch, ownerBranchOf } from './owner-branch.ts'

test.each(['io.github.acme', 'com.acme.lock', 'com..acme', 'com.acme...lock'])(
  'the branch for %s is one that Git takes, and says which namespace it is for',
  (namespace) => {
    execFileSync('git', ['check-ref-format', `refs/heads/${ownerBranch(namespace)}`])
    expect(ownerBranchOf(ownerBranch(namespace))).toBe(namespace)
  },
)

test('no other branch is for a namespace', () => {
  expect(ownerBranchOf('patch-1')).toBeUndefined()
})
