import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RegistryIndex } from '../standing/registry-index.ts'
import { borrowsFrom } from './look-alikes.ts'
import { namespaceMatches } from './namespace-pattern.ts'
import { skeletonOf } from './skeleton.ts'

const KNOWN = ['com.acme/search', 'io.github.microsoft/playwright-mcp', 'io.github.alice/my_weather']

const index = new RegistryIndex()
index.add(KNOWN.map((name) => ({ name, version: '1.0.0', remotes: [] })))

test.each([
  ['io.github.alice/my-weather', ['io.github.alice/my_weather']],
  ['io.github.micros0ft/playwright-mcp', ['io.github.microsoft/playwright-mcp']],
  ['io.github.rnicrosoft/playwright.mcp', ['io.github.microsoft/playwright-mcp']],
  ['com.acme/Search', ['com.acme/search']],
  ['com.acme/research', []],
  ['io.github.bob/playwright-mcp', []],
])('%s reads like %s', (name, others) => expect(index.namesLike(name)).toEqual(others))

test('namespaces are compared by themselves', () => {
  expect(index.namespacesLike('io.github.micro-s0ft')).toEqual(['io.github.microsoft'])
  expect(index.namespacesLike('io.github.macrosoft')).toEqual([])
})

test.each([
  ['io.github.bob/playwright-mcp', 'io.github.microsoft/playwright-mcp'],
  ['io.github.bob/playwrigth-mcp', 'io.github.microsoft/playwright-mcp'],
  ['io.github.bob/search', 'com.acme/search'],
  ['io.github.bob/searches', undefined],
  ['com.acme/searchh', undefined],
])('%s borrows from %s', (name, other) => expect(borrowsFrom(name, KNOWN)).toBe(other))

test('a skeleton is never longer than its name, and knows no letter case', () => {
  const label = fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9.-]{0,20}[a-zA-Z0-9]$/)
  fc.assert(
    fc.property(
      label,
      (text) =>
        skeletonOf(skeletonOf(text)).length <= text.length &&
        skeletonOf(text) === skeletonOf(text.toUpperCase()),
    ),
  )
})

test.each([
  ['com.acme', 'com.acme', true],
  ['com.acme.api', 'com.acme.*', true],
  ['com.acme.api.v2', 'com.acme.*', false],
  ['com.acme.api.v2', 'com.acme.**', true],
  ['com.acmeevil', 'com.acme*', true],
  ['com.acme.evil', 'com.acme', false],
  ['io.github.Alice', 'io.github.alice', true],
])('%s fits %s: %s', (namespace, pattern, fits) => expect(namespaceMatches(namespace, pattern)).toBe(fits))
