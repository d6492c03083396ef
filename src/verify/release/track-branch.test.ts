import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { isTrackBranch, trackBranch } from './track-branch.ts'

const VERSIONS: [string, string][] = [
  ['io.github.alice/weather', '1.2.0'],
  ['io.github.alice/weather.lock', '1.0.0-rc.lock'],
  ['com.acme/a..b', '1~2'],
  ['com.acme.lock/a', '.1.'],
  ['com.acme/a', '1...lock'],
]

test.each(VERSIONS)('the branch for %s %s is one that Git takes', (name, version) => {
  const branch = trackBranch(name, version)
  execFileSync('git', ['check-ref-format', `refs/heads/${branch}`])
  expect(isTrackBranch(branch)).toBe(true)
})

test('two versions have two branches', () => {
  expect(new Set(VERSIONS.map(([name, version]) => trackBranch(name, version))).size).toBe(VERSIONS.length)
})

test('other branches are for no release', () => {
  expect(isTrackBranch('registry/owner/io.github.alice')).toBe(false)
  expect(isTrackBranch('patch-1')).toBe(false)
})
