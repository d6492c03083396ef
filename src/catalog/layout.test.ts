import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { versionFolder } from '../model/tree-path.ts'
import { placeOf } from './layout.ts'

const alice = { namespace: 'io.github.alice' }
const weather = { ...alice, name: 'weather' }

describe('places', () => {
  test.each([
    ['servers/al/io.github.alice/owner.json', { kind: 'owner', ...alice }],
    ['servers/al/io.github.alice/moderation.md', { kind: 'moderation', ...alice }],
    ['servers/al/io.github.alice/weather/upstream.json', { kind: 'upstream', ...weather }],
    ['servers/al/io.github.alice/weather/listing.md', { kind: 'listing', ...weather }],
    ['servers/al/io.github.alice/weather/status.md', { kind: 'status', ...weather }],
    ['servers/al/io.github.alice/weather/moderation.md', { kind: 'moderation', ...weather }],
    ['servers/al/io.github.alice/weather/1%2B2/server.json', { kind: 'server', ...weather, version: '1+2' }],
    ['servers/al/io.github.alice/weather/1.0/proof.json', { kind: 'proof', ...weather, version: '1.0' }],
    ['servers/al/io.github.alice/weather/1.0/status.md', { kind: 'status', ...weather, version: '1.0' }],
    [
      'servers/al/io.github.alice/weather/1.0/moderation.md',
      { kind: 'moderation', ...weather, version: '1.0' },
    ],
    [
      'servers/al/io.github.Alice/weather/listing.md',
      { kind: 'listing', namespace: 'io.github.Alice', name: 'weather' },
    ],
  ])('%s', (path, place) => {
    expect(placeOf(path)).toEqual(place)
  })
})

const STRAY = 'is not one of the files that a registry holds at this place'
const OUTSIDE = 'is not inside a namespace folder'

describe('no places', () => {
  test.each([
    ['servers', OUTSIDE],
    ['servers/README.md', OUTSIDE],
    ['servers/al/README.md', OUTSIDE],
    ['Servers/al/io.github.alice/owner.json', OUTSIDE],
    ['docs/al/io.github.alice/owner.json', OUTSIDE],
    ['servers//io.github.alice/owner.json', OUTSIDE],
    ['servers/al/io.github.alice/status.md', STRAY],
    ['servers/al/io.github.alice/Owner.json', STRAY],
    ['servers/al/io.github.alice/weather/server.json', STRAY],
    ['servers/al/io.github.alice/weather/1.0/README.md', STRAY],
    ['servers/al/io.github.alice/weather/1.0/owner.json', STRAY],
    ['servers/al/io.github.alice/weather/1.0/x/server.json', STRAY],
    ['servers/al/io.github.alice/constructor', STRAY],
    ['servers/al/io.github.alice/weather/toString', STRAY],
    ['servers/al/io.github.alice/weather/1.0/__proto__', STRAY],
    [
      'servers/io/io.github.alice/owner.json',
      'is in the folder `io`, but the namespace `io.github.alice` belongs in `al`',
    ],
    [
      'servers/AL/io.github.Alice/owner.json',
      'is in the folder `AL`, but the namespace `io.github.Alice` belongs in `al`',
    ],
    ['servers/ev/..ev/owner.json', 'has a folder that is not a namespace: `..ev`'],
    [
      'servers/al/io.github.alice/we ather/listing.md',
      'has folders that are not a server name: `io.github.alice/we ather`',
    ],
    [
      'servers/al/io.github.alice/../listing.md',
      'has folders that are not a server name: `io.github.alice/..`',
    ],
    [
      'servers/al/io.github.alice/weather/1+2/server.json',
      'has a version folder that is not percent-encoded: `1+2`',
    ],
    [
      'servers/al/io.github.alice/weather/1%2b2/server.json',
      'has a version folder that is not percent-encoded: `1%2b2`',
    ],
    [
      'servers/al/io.github.alice/weather/%31/server.json',
      'has a version folder that is not percent-encoded: `%31`',
    ],
    [
      'servers/al/io.github.alice/weather/é/server.json',
      'has a version folder that is not percent-encoded: `é`',
    ],
    [
      'servers/al/io.github.alice/weather/1%/server.json',
      'has a version folder that is not percent-encoded: `1%`',
    ],
    [
      'servers/al/io.github.alice/weather/%ff/server.json',
      'has a version folder that is not percent-encoded: `%ff`',
    ],
    [
      'servers/al/io.github.alice/weather/1%0A/server.json',
      'has a version folder that stands for no version: `1%0A`',
    ],
    [
      'servers/al/io.github.alice/weather/%C2%85/server.json',
      'has a version folder that stands for no version: `%C2%85`',
    ],
    [
      'servers/al/io.github.alice/weather/../server.json',
      'has a version folder that stands for no version: `..`',
    ],
    [
      'servers/al/io.github.alice/weather/./server.json',
      'has a version folder that stands for no version: `.`',
    ],
    [
      'servers/al/io.github.alice/weather//server.json',
      'has a version folder that stands for no version: ``',
    ],
  ])('%j %s', (path, reason) => {
    expect(placeOf(path)).toBe(reason)
  })
})

const part = fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9.-]{0,8}[a-zA-Z0-9]$/)
const version = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => !/\p{Cc}/u.test(text) && text !== '.' && text !== '..' && text.isWellFormed())

test('a version’s folder leads back to the version', () => {
  fc.assert(
    fc.property(part, part, version, (namespace, name, version) => {
      const path = `${versionFolder(`${namespace}/${name}`, version)}/server.json`
      expect(placeOf(path)).toEqual({ kind: 'server', namespace, name, version })
    }),
    { numRuns: 1000 },
  )
})

test('no path has two spellings: what has a place is where its own words lead', () => {
  const segment = fc.oneof(part, fc.constantFrom('.', '..', '', '%2e%2e', '%2E', '1.0', 'a%00b', '%41'))
  fc.assert(
    fc.property(
      fc.constantFrom('al', 'x', 'ev'),
      segment,
      segment,
      segment,
      (shard, namespace, name, version) => {
        const path = `servers/${shard}/${namespace}/${name}/${version}/server.json`
        const place = placeOf(path)
        if (typeof place === 'string' || place.kind !== 'server') return
        expect(`${versionFolder(`${place.namespace}/${place.name}`, place.version)}/server.json`).toBe(path)
      },
    ),
    { numRuns: 1000 },
  )
})

test.each([
  'servers/in/index.html/search/1.0.0/server.json',
  'servers/ac/com.acme/index.html/1.0.0/server.json',
  'servers/ac/com.acme/Owner.json/1.0.0/server.json',
])('a folder cannot stand where the registry has a file: %s', (path) => {
  expect(placeOf(path)).toMatch(/where the registry has a file|belongs in/)
})
