import { expect, test } from 'vitest'
import { placeFault } from './place.ts'

test.each(['1.0.0', '1.0.0+build', '1.0.1º', 'a/b', '%2e%2e', 'CON', '...', '__proto__', 'latest', ' '])(
  'the version %j can be a folder',
  (version) => {
    expect(placeFault('com.acme/search', version)).toBe(undefined)
  },
)

test.each(['', '.', '..', 'upstream.json', 'Status.md', 'x'.repeat(256), 'é'.repeat(43), '\ud800'])(
  'the version %j cannot',
  (version) => {
    expect(placeFault('com.acme/search', version)).toMatch(/folder/)
  },
)

test.each(['acme', 'com.acme/../x', '../x', 'com.acme/owner.json', 'com.acme/Moderation.md'])(
  'the name %j has no place',
  (name) => {
    expect(placeFault(name, '1.0.0')).toBeDefined()
  },
)
