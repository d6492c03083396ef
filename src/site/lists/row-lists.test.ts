import { expect, test } from 'vitest'
import { alphabetical, byPublisher, countKinds, newest } from './row-lists.ts'
import type { ServerRow } from './server-row.ts'

function row(name: string, since: number, more: Partial<ServerRow> = {}): ServerRow {
  return {
    name,
    description: '',
    version: '1.0.0',
    kinds: ['npm'],
    setups: [],
    status: 'active',
    publishedAt: since,
    updatedAt: since,
    since,
    ...more,
  }
}

test('the newest servers come from different publishers, and none of them is on its way out', () => {
  const rows = [
    row('com.a/1', 1),
    row('com.bulk/1', 7),
    row('com.bulk/2', 8),
    row('com.b/1', 5),
    row('com.c/1', 9, { status: 'deprecated' }),
  ]
  expect(newest(rows, 2).map(({ name }) => name)).toEqual(['com.bulk/2', 'com.b/1'])
})

test('kinds are counted over living servers', () => {
  const rows = [
    row('com.a/1', 1, { kinds: ['remote', 'npm'] }),
    row('com.a/2', 1),
    row('com.a/3', 1, { status: 'deleted', kinds: ['oci'] }),
  ]
  expect(countKinds(rows)).toEqual([
    { kind: 'remote', count: 1 },
    { kind: 'npm', count: 2 },
  ])
})

test('A–Z goes by the name, not by the domain', () => {
  const names = alphabetical([row('io.z/Beta', 1), row('com.a/gamma', 1), row('com.a/beta', 1)])
  expect(names.map(({ name }) => name)).toEqual(['com.a/beta', 'io.z/Beta', 'com.a/gamma'])
})

test('rows stand with their publisher', () => {
  const publishers = byPublisher([row('com.a/1', 1), row('com.b/1', 1), row('com.a/2', 1)])
  expect([...publishers].map(([namespace, { length }]) => [namespace, length])).toEqual([
    ['com.a', 2],
    ['com.b', 1],
  ])
})
