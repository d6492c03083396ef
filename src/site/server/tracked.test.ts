import { expect, test } from 'vitest'
import { makeServer } from '../../../tests/support/make-server.ts'
import { trackedOf } from './tracked.ts'

const listing = { track: { repository: 'acme/weather-mcp' } }

test('a repository that is tracked is named, with its address', () => {
  expect(trackedOf(makeServer('io.github.acme/weather', [{}], { listing }))).toEqual({
    text: 'acme/weather-mcp',
    url: 'https://github.com/acme/weather-mcp',
  })
})

test.each([
  ['listing.md tracks nothing', makeServer('io.github.acme/weather', [{}], { listing: {} })],
  [
    'the server is withdrawn',
    makeServer('io.github.acme/weather', [{ official: { status: 'deleted' } }], { listing }),
  ],
  [
    'the server is mirrored',
    makeServer('io.github.acme/weather', [{ provenance: { upstream: 'https://registry.example/' } }], {
      listing,
    }),
  ],
])('nothing is said where %s', (_, server) => {
  expect(trackedOf(server)).toBeUndefined()
})
