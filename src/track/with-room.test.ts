import { expect, test } from 'vitest'
import { trackBranch } from '../verify/release/track-branch.ts'
import type { Proposal } from './proposal.ts'
import { withRoom } from './with-room.ts'

const of = (namespace: string, count: number): Proposal[] =>
  Array.from({ length: count }, (_, i) => ({
    name: `${namespace}/tool-${i}`,
    version: '1.1.0',
    repository: 'a/b',
    tag: 'v1.1.0',
    commit: 'c'.repeat(40),
    origin: '`server.json` of the release',
    text: '{}',
  }))
const branches = (proposals: Proposal[]): string[] =>
  proposals.map(({ name, version }) => trackBranch(name, version))
const namesOf = (proposals: Proposal[]): string[] => proposals.map(({ name }) => name)

test('one run proposes twenty, and everybody’s first before anybody’s second', () => {
  const chosen = withRoom([...of('com.a', 30), ...of('com.b', 30), ...of('com.c', 1)], [])
  expect(chosen).toHaveLength(20)
  expect(namesOf(chosen).slice(0, 4)).toEqual([
    'com.a/tool-0',
    'com.b/tool-0',
    'com.c/tool-0',
    'com.a/tool-1',
  ])
})

test('a namespace with ten open proposals waits, and nobody else does', () => {
  const open = branches(of('com.a.lock', 10))
  expect(namesOf(withRoom([...of('com.a.lock', 1), ...of('com.a', 1)], open))).toEqual(['com.a/tool-0'])
})
