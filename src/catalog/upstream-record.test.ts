import { describe, expect, test } from 'vitest'
import { formatTimestamp } from '../model/timestamp.ts'
import { replay } from './timeline.ts'
import { recordOf, upstreamLayer, type UpstreamVersion } from './upstream-record.ts'

const at = (seconds: number): string => formatTimestamp(seconds * 1_000_000)

function fateOf(record: UpstreamVersion): Record<string, unknown> {
  const layers = [upstreamLayer(record)]
  const publishedAt = Date.parse(record.publishedAt) * 1000
  const changedAt = [Date.parse(record.updatedAt) * 1000]
  const fate = replay([{ version: '1.0.0', publishedAt, order: 5, changedAt, layers }]).get('1.0.0')!
  const { state, statusChangedAt, updatedAt } = fate
  return { ...state, statusChangedAt: statusChangedAt / 1_000_000, updatedAt: updatedAt / 1_000_000 }
}

describe('an upstream record comes out as it went in', () => {
  test.each([
    [
      { status: 'active', publishedAt: at(10), updatedAt: at(10) },
      { statusChangedAt: 10, updatedAt: 10 },
    ],
    [
      { status: 'active', publishedAt: at(10), updatedAt: at(30) },
      { statusChangedAt: 10, updatedAt: 30 },
    ],
    [
      { status: 'active', statusChangedAt: at(20), publishedAt: at(10), updatedAt: at(30) },
      { statusChangedAt: 20, updatedAt: 30 },
    ],
    [
      {
        status: 'deleted',
        statusChangedAt: at(20),
        statusMessage: 'Gone',
        publishedAt: at(10),
        updatedAt: at(30),
      },
      { statusChangedAt: 20, updatedAt: 30, message: 'Gone' },
    ],
    [
      { status: 'deprecated', publishedAt: at(10), updatedAt: at(30) },
      { statusChangedAt: 30, updatedAt: 30 },
    ],
    [
      { status: 'deleted', statusChangedAt: at(5), publishedAt: at(10), updatedAt: at(10) },
      { statusChangedAt: 10, updatedAt: 10 },
    ],
  ] as const)('%j', (record, fate) => {
    expect(fateOf(record)).toEqual({ status: record.status, ...fate })
  })
})

test('a version may be called like something that every object has', () => {
  const version = { status: 'active', publishedAt: at(1), updatedAt: at(1) } as const
  const record = { source: 'https://registry.example', versions: { '1.0.0': version } }
  expect(recordOf(record, '1.0.0')).toBe(version)
  for (const name of ['constructor', 'toString', '__proto__', '2.0.0'])
    expect(recordOf(record, name)).toBeUndefined()
  expect(recordOf(undefined, '1.0.0')).toBeUndefined()
  const odd = { ...record, versions: JSON.parse(`{"__proto__":${JSON.stringify(version)}}`) }
  expect(recordOf(odd, '__proto__')).toEqual(version)
})
