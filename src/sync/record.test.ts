import { expect, test } from 'vitest'
import { OFFICIAL_META, PUBLISHER_META } from '../model/server-json.ts'
import { readRecord } from './record.ts'

const SERVER = {
  $schema: 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json',
  name: 'com.acme/search',
  description: 'Finds things',
  version: '1.0.0',
}

test('keys come in the official order, and what the official API would not send is gone', () => {
  const { version, ...rest } = SERVER
  const reading = readRecord({
    server: { version, extra: 1, repository: {}, packages: [], title: '', ...rest },
  })
  expect('record' in reading && reading.record.text).toBe(`${JSON.stringify(SERVER, null, 2)}\n`)
})

test('a bare document is a record without metadata', () => {
  const reading = readRecord(SERVER)
  expect('record' in reading && reading.record.official).toBe(undefined)
})

test('metadata is read from the official key only', () => {
  const official = { status: 'deprecated', publishedAt: '2026-01-01T00:00:00.000Z', isLatest: true }
  const reading = readRecord({
    server: SERVER,
    _meta: { [OFFICIAL_META]: official, other: { status: 'deleted' } },
  })
  expect('record' in reading && reading.record.official).toEqual({
    status: 'deprecated',
    publishedAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
  })
})

test('metadata nested without end is refused, not followed', () => {
  const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown
  for (const server of [
    { ...SERVER, _meta: { [PUBLISHER_META]: { deep } } },
    { ...SERVER, deep, version: 1 },
    deep,
  ]) {
    expect(readRecord({ server })).toMatchObject({ refused: { code: expect.stringMatching(/^R/) } })
  }
})

test('what the tree holds already is not judged again', () => {
  const refusedToday = { ...SERVER, name: 'com.acme/a' }
  expect(readRecord(refusedToday)).toHaveProperty('refused')
  expect(readRecord(refusedToday, () => true)).toHaveProperty('record')
})
