import { expect, test } from 'vitest'
import type { Status } from '../model/status.ts'
import { keepVersions, nameFilter, needsWholeServers, type PolicyVersion } from './policy.ts'

test.each([
  ['io.github.acme/*', ['io.github.acme/weather'], ['io.github.acme2/weather']],
  ['io.github.acme', ['io.github.acme/weather'], ['io.github.acme.sub/weather']],
  ['com.acme*/**', ['com.acme/search', 'com.acme.labs/search'], ['org.acme/search']],
  ['com.acme*', ['com.acme/search', 'com.acme.labs/search'], ['org.acme/search']],
  ['*/weather', ['com.acme/weather'], ['com.acme/weather-2']],
  ['**', ['com.acme/search'], []],
  ['*', ['com.acme/search'], []],
  ['IO.GitHub.Acme/*', ['io.github.acme/weather'], []],
  ['com.{acme,example}/*', ['com.acme/a1', 'com.example/a1'], ['com.other/a1']],
])('%s', (pattern, taken, left) => {
  const isWanted = nameFilter({ include: [pattern], versions: 'all' })
  expect(taken.filter(isWanted)).toEqual(taken)
  expect(left.filter(isWanted)).toEqual([])
  const isLeft = nameFilter({ exclude: [pattern], versions: 'all' })
  expect(taken.filter(isLeft)).toEqual([])
})

test('exclude goes before include, and an empty include takes nothing', () => {
  expect(nameFilter({ include: ['**'], exclude: ['com.acme'], versions: 'all' })('com.acme/search')).toBe(
    false,
  )
  expect(nameFilter({ include: [], versions: 'all' })('com.acme/search')).toBe(false)
  expect(nameFilter({ versions: 'all' })('com.acme/search')).toBe(true)
})

function published(...versions: [version: string, status?: Status, type?: string][]): PolicyVersion[] {
  return versions.map(([version, status = 'active', type], index) => ({
    version,
    status,
    publishedAt: index,
    server: () => ({
      name: 'com.acme/search',
      description: '',
      version,
      ...(type === 'remote' && { remotes: [{ type: 'sse', url: 'https://acme.example' }] }),
      ...(type === 'npm' && {
        packages: [{ registryType: 'npm', identifier: 'x', transport: { type: 'stdio' } }],
      }),
    }),
  }))
}

const kept = (versions: PolicyVersion[], policy: Partial<Parameters<typeof keepVersions>[1]>): string[] =>
  keepVersions(versions, { versions: 'all', ...policy }).map(({ version }) => version)

test('the newest versions are the latest one and those published last', () => {
  const versions = published(['1.0.0'], ['2.0.0'], ['1.0.1'], ['1.0.2'])
  expect(kept(versions, { versions: 'latest' })).toEqual(['2.0.0'])
  expect(kept(versions, { versions: 3 })).toEqual(['2.0.0', '1.0.2', '1.0.1'])
  expect(kept(versions, { versions: 9 })).toHaveLength(4)
})

test('a deleted version is latest only where no other lives', () => {
  expect(kept(published(['1.0.0'], ['2.0.0', 'deleted']), { versions: 'latest' })).toEqual(['1.0.0'])
  expect(kept(published(['1.0.0', 'deleted']), { versions: 'latest' })).toEqual(['1.0.0'])
  expect(kept(published(['1.0.0', 'deleted']), { statuses: ['active'] })).toEqual([])
})

test('what a server offers is what its latest version offers', () => {
  const moved = published(['1.0.0', 'active', 'npm'], ['2.0.0', 'active', 'remote'])
  expect(kept(moved, { registryTypes: ['npm'] })).toEqual([])
  expect(kept(moved, { registryTypes: ['remote', 'oci'] })).toEqual(['1.0.0', '2.0.0'])
})

test('patterns alone need no other version to decide by', () => {
  expect(needsWholeServers({ include: ['com.acme'], versions: 'all' })).toBe(false)
  expect(needsWholeServers({ versions: 5 })).toBe(true)
})
