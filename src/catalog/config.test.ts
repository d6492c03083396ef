import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../tests/support/git-repository.ts'
import { CONFIG_FILE, readConfig, type RegistryConfig } from './config.ts'
import { DEFAULT_POLICY } from './policy.ts'

function read(file: unknown, env: NodeJS.ProcessEnv = {}): RegistryConfig {
  const root = temporaryFolder()
  if (file !== undefined) {
    writeFileSync(join(root, CONFIG_FILE), typeof file === 'string' ? file : JSON.stringify(file))
  }
  return readConfig(root, env)
}

describe('settings', () => {
  test('have defaults for everything', () => {
    expect(read(undefined)).toEqual({
      title: 'MCP Registry',
      description: 'Model Context Protocol servers, published by pull request.',
      url: 'http://localhost:4321/',
      base: '/',
      metaKey: 'localhost/registry',
      profile: 'tree',
      featured: [],
      sync: { versions: 'all' },
      policy: DEFAULT_POLICY,
    })
  })

  test('come from the file, and before it from the environment', () => {
    const file = {
      title: 'Acme',
      url: 'https://mcp.acme.example',
      repository: 'acme/registry',
      featured: ['a/b'],
    }
    expect(read(file)).toMatchObject({
      ...file,
      url: 'https://mcp.acme.example/',
      metaKey: 'example.acme.mcp/registry',
    })
    const env = { REGISTRY_URL: 'https://acme.github.io/mcp//', GITHUB_REPOSITORY: 'acme/mcp' }
    expect(read(file, env)).toMatchObject({
      url: 'https://acme.github.io/mcp/',
      base: '/mcp/',
      repository: 'acme/mcp',
      metaKey: 'io.github.acme/registry',
    })
    expect(read(file, { REGISTRY_URL: '', GITHUB_REPOSITORY: '' })).toMatchObject({
      repository: 'acme/registry',
    })
  })

  test('may begin with a byte order mark', () => {
    expect(read('\ufeff{"title":"Acme"}').title).toBe('Acme')
  })

  test.each([
    ['{"title":}', {}, /It is not JSON/],
    ['[]', {}, /The file must be of type object, not array/],
    ['{}', {}, /The file needs the key `title`/],
    [
      { title: '', colour: 'red' },
      {},
      /unknown key `colour`[^]*`title` must NOT have fewer|`title`[^]*`colour`/,
    ],
    [{ title: 'A', url: 'acme.example' }, {}, /`url` does not have the right form/],
    [{ title: 'A', url: 'https://[' }, {}, /`url` is not an address: `https:\/\/\[`/],
    [{ title: 'A' }, { REGISTRY_URL: 'acme' }, /`url` does .* environment variable REGISTRY_URL/],
    [undefined, { GITHUB_REPOSITORY: 'acme' }, /`repository` does .* environment variable GITHUB_REPOSITORY/],
    [{ title: 'A', sync: { versions: 0 } }, {}, /`sync.versions`/],
  ])('%j with %j cannot be used', (file, env, message) => {
    expect(() => read(file, env)).toThrow(
      expect.objectContaining({
        name: 'RegistryError',
        code: 'R604',
        message: expect.stringMatching(message),
      }),
    )
  })
})
