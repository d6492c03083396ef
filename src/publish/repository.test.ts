import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../tests/support/any-text.ts'
import { validateServerJson } from '../validate/server-json.ts'
import { repositoryFrom } from './repository.ts'
import { serverText } from './server-text.ts'

const GITHUB = { url: 'https://github.com/acme/weather', source: 'github' }

test.each([
  'https://github.com/acme/weather',
  'https://github.com/acme/weather.git',
  'git+https://github.com/acme/weather.git',
  'git://github.com/acme/weather.git',
  'git+ssh://git@github.com/acme/weather.git',
  'ssh://git@github.com:22/acme/weather',
  'git@github.com:acme/weather.git',
  'github.com:acme/weather',
  'https://alice:secret@github.com/acme/weather.git',
  'https://WWW.GitHub.com/acme/weather/issues',
  'github:acme/weather',
  'acme/weather',
])('%s is a repository on GitHub', (address) => {
  expect(repositoryFrom(address)).toEqual(GITHUB)
})

test('a page within it, or a folder that is named beside it, is its subfolder', () => {
  const inside = { ...GITHUB, subfolder: 'servers/rain' }
  expect(repositoryFrom('https://github.com/acme/weather/tree/main/servers/rain')).toEqual(inside)
  expect(repositoryFrom('acme/weather', './servers/rain/')).toEqual(inside)
  expect(repositoryFrom('acme/weather', '../servers')).toEqual(GITHUB)
})

test.each([
  undefined,
  '',
  'weather',
  'https://example.com/acme/weather',
  'git@bitbucket.org:acme/weather',
  'gist:abc',
  'file:///etc/passwd',
  '/srv/git/weather',
  'https://github.com/acme',
  'https://[',
])('%j is none that the registry takes', (address) => {
  expect(repositoryFrom(address)).toBeUndefined()
})

test('whatever comes out is what the validator takes', () => {
  const address = fc.oneof(
    anyText(),
    fc.string().map((rest) => `https://github.com/${rest}`),
    fc.string().map((rest) => `git@gitlab.com:${rest}`),
    fc.string().map((rest) => `acme/${rest}`),
  )
  fc.assert(
    fc.property(address, fc.option(fc.string(), { nil: undefined }), (text, folder) => {
      const repository = repositoryFrom(text, folder)
      const { findings } = validateServerJson(serverText(repository ? { repository } : {}))
      expect(findings.filter(({ pointer }) => pointer.startsWith('/repository'))).toEqual([])
    }),
  )
})
