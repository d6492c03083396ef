import { describe, expect, test } from 'vitest'
import type { Package, Transport } from '../../model/server-json.ts'
import { installOptions } from './options.ts'
import type { InstallOption } from './types.ts'

const SERVER = { name: 'com.acme/search', description: 'x', version: '1.2.3' }
const STDIO = { type: 'stdio' }
const NPM: Package = { registryType: 'npm', identifier: '@acme/search', version: '1.2.3', transport: STDIO }

function optionOf(more: Partial<Package>): InstallOption {
  return installOptions({ ...SERVER, packages: [{ ...NPM, ...more }] })[0]!
}

function remoteOf(remote: Partial<Transport>): InstallOption {
  return installOptions({
    ...SERVER,
    remotes: [{ type: 'streamable-http', url: 'https://mcp.acme.com/mcp', ...remote }],
  })[0]!
}

/** The command as people read it, fields as `[id]`, and what may be left out in round brackets. */
function line({ launch }: InstallOption): string {
  if (launch.type !== 'stdio') return launch.type
  const words = launch.args.map(({ tokens, isRequired }) => {
    const text = tokens
      .map((token) => token.map((part) => (typeof part === 'string' ? part : `[${part.field}]`)).join(''))
      .join(' ')
    return isRequired || !text.includes('[') ? text : `(${text})`
  })
  return [launch.command, ...words].join(' ')
}

describe('commands are canonical', () => {
  test.each<[string, Partial<Package>, string]>([
    ['npm', {}, 'npx -y @acme/search@1.2.3'],
    ['npm without a version', { version: 'latest' }, 'npx -y @acme/search'],
    ['PyPI', { registryType: 'pypi', identifier: 'acme-search' }, 'uvx acme-search@1.2.3'],
    ['NuGet', { registryType: 'nuget', identifier: 'Acme.Search' }, 'dnx Acme.Search@1.2.3 --yes'],
    ['an image', { registryType: 'oci', identifier: 'acme/search' }, 'docker run -i --rm acme/search:1.2.3'],
    [
      'an image with a tag',
      { registryType: 'oci', identifier: 'acme/search:1' },
      'docker run -i --rm acme/search:1',
    ],
    [
      'an image with a port and no tag',
      { registryType: 'oci', identifier: 'acme.com:5000/search' },
      'docker run -i --rm acme.com:5000/search:1.2.3',
    ],
    [
      'an image with a digest',
      { registryType: 'oci', identifier: `acme/search@sha256:${'a'.repeat(64)}` },
      `docker run -i --rm acme/search@sha256:${'a'.repeat(64)}`,
    ],
    ['a crate', { registryType: 'cargo' }, 'unknown'],
    ['something else', { registryType: 'git' }, 'unknown'],
  ])('%s', (_, pack, expected) => expect(line(optionOf(pack))).toBe(expected))
})

describe('registries', () => {
  test.each<[Partial<Package>, string]>([
    [
      { registryBaseUrl: 'https://npm.acme.com/' },
      'npx -y --registry https://npm.acme.com/ @acme/search@1.2.3',
    ],
    [
      { registryType: 'pypi', identifier: 'x', registryBaseUrl: 'https://pypi.acme.com' },
      'uvx --index-url https://pypi.acme.com/simple/ x@1.2.3',
    ],
    [{ registryType: 'pypi', identifier: 'x', registryBaseUrl: 'https://pypi.org' }, 'uvx x@1.2.3'],
    [
      { registryType: 'nuget', identifier: 'X', registryBaseUrl: 'https://nuget.acme.com/v3/index.json' },
      'dnx X@1.2.3 --yes --source https://nuget.acme.com/v3/index.json',
    ],
    [
      { registryType: 'nuget', identifier: 'X', registryBaseUrl: 'https://api.nuget.org/v3/index.json' },
      'dnx X@1.2.3 --yes',
    ],
    [
      { registryType: 'oci', identifier: 'a/x:1', registryBaseUrl: 'https://docker.io' },
      'docker run -i --rm a/x:1',
    ],
    [
      { registryType: 'oci', identifier: 'a/x:1', registryBaseUrl: 'https://ghcr.io' },
      'docker run -i --rm ghcr.io/a/x:1',
    ],
    [
      { registryType: 'oci', identifier: 'ghcr.io/a/x:1', registryBaseUrl: 'https://ghcr.io' },
      'docker run -i --rm ghcr.io/a/x:1',
    ],
  ])('%j', (pack, expected) => expect(line(optionOf(pack))).toBe(expected))

  test('a package from a registry without an address is not taken from the public one', () => {
    for (const registryBaseUrl of ['--yes', 'npm.acme.com', 'ftp://npm.acme.com/'])
      expect(line(optionOf({ registryBaseUrl }))).toBe('unknown')
  })

  test('the public npm registry is not named', () => {
    const registryBaseUrl = `https://registry.${['npmjs', 'org'].join('.')}`
    expect(line(optionOf({ registryBaseUrl }))).toBe('npx -y @acme/search@1.2.3')
  })
})

describe('programs and identifiers', () => {
  test('a hint counts only where it is known for the type', () => {
    expect(line(optionOf({ runtimeHint: 'bunx' }))).toBe('bunx @acme/search@1.2.3')
    for (const runtimeHint of ['rm', 'node', 'docker', 'constructor'])
      expect(line(optionOf({ runtimeHint }))).toBe('npx -y @acme/search@1.2.3')
  })

  test('an identifier that is an option or more than a word starts nothing', () => {
    for (const identifier of ['-c', '--package=evil', 'a b', 'a\nb', ''])
      expect(line(optionOf({ identifier })), identifier).toBe('unknown')
  })

  test('a bundle is a download', () => {
    const pack = { registryType: 'mcpb', fileSha256: 'abc' }
    expect(optionOf({ ...pack, identifier: 'https://acme.com/x.mcpb' }).launch).toEqual({
      type: 'download',
      url: 'https://acme.com/x.mcpb',
      sha256: 'abc',
    })
    expect(optionOf({ ...pack, identifier: 'javascript:alert(1)' }).launch.type).toBe('unknown')
  })
})

describe('arguments', () => {
  test('named ones are two words, unless the name ends in `=`', () => {
    const packageArguments = [
      { type: 'named', name: '--port', value: '1' },
      { type: 'named', name: '--key=', value: '2' },
      { type: 'named', name: '--verbose' },
      { type: 'named', name: '--root', description: 'A folder' },
      { type: 'positional', valueHint: 'target', isRequired: true },
    ]
    const option = optionOf({ packageArguments })
    expect(line(option)).toBe(
      'npx -y @acme/search@1.2.3 --port 1 --key=2 --verbose (--root [argument.3]) [argument.4]',
    )
    expect(option.fields.map(({ name }) => name)).toEqual(['target', '--root'])
  })

  test('NuGet separates the package’s own', () => {
    const packageArguments = [{ type: 'positional', value: 'serve' }]
    expect(line(optionOf({ registryType: 'nuget', identifier: 'X', packageArguments }))).toBe(
      'dnx X@1.2.3 --yes -- serve',
    )
  })

  test('what a publisher repeats of the command is not there twice', () => {
    const runtimeArguments = [
      { type: 'positional', value: 'run' },
      { type: 'named', name: '-i' },
      { type: 'named', name: '--rm' },
      { type: 'named', name: '-v', value: '/data:/data' },
      { type: 'positional', value: 'acme/search:1' },
    ]
    expect(line(optionOf({ registryType: 'oci', identifier: 'acme/search:1', runtimeArguments }))).toBe(
      'docker run -i --rm -v /data:/data acme/search:1',
    )
    expect(line(optionOf({ runtimeArguments: [{ type: 'named', name: '-y', value: '@acme/search' }] }))).toBe(
      'npx -y @acme/search@1.2.3',
    )
  })

  test('a container gets each variable by name, unless it is passed on already', () => {
    const environmentVariables = [{ name: 'A' }, { name: 'B' }, { name: 'C' }]
    const runtimeArguments = [
      { type: 'named', name: '-e', value: 'B=1' },
      { type: 'named', name: '--env=', value: 'C=2' },
    ]
    const option = optionOf({
      registryType: 'oci',
      identifier: 'a/x:1',
      environmentVariables,
      runtimeArguments,
    })
    expect(line(option)).toBe('docker run -i --rm -e B=1 --env=C=2 -e A a/x:1')
  })
})

describe('variables', () => {
  test('every place of a declared one is its field, and what is not declared is text', () => {
    const packageArguments = [
      { type: 'positional', value: '{a}/{a}/{b}', variables: { a: { isRequired: true, default: 'x' } } },
    ]
    const option = optionOf({ packageArguments })
    expect(line(option)).toBe('npx -y @acme/search@1.2.3 [argument.0.a]/[argument.0.a]/{b}')
    expect(option.fields).toEqual([
      { id: 'argument.0.a', name: 'a', place: 'argument', isRequired: true, isSecret: false, preset: 'x' },
    ])
  })

  test('what stands in braces in a secret is asked for, declared or not', () => {
    const headers = [{ name: 'Authorization', value: 'Bearer {api_key}', isSecret: true, isRequired: true }]
    expect(remoteOf({ headers }).fields).toEqual([
      {
        id: 'header.Authorization.api_key',
        name: 'api_key',
        place: 'header',
        isRequired: true,
        isSecret: true,
      },
    ])
  })

  test('an address needs all of its own', () => {
    const option = remoteOf({
      url: 'https://{host}/{tenant}/{other}',
      variables: { host: {}, tenant: { default: 'main', isSecret: false } },
    })
    expect(option.launch).toMatchObject({
      url: ['https://', { field: 'address.host' }, '/', { field: 'address.tenant' }, '/{other}'],
    })
    expect(option.fields.map(({ name, isRequired }) => [name, isRequired])).toEqual([
      ['host', true],
      ['tenant', false],
    ])
  })

  test('ids never meet', () => {
    const environmentVariables = [
      { name: 'A', value: '{b}', variables: { b: { isSecret: true } } },
      { name: 'A.b' },
      { name: 'A%2Eb' },
    ]
    const ids = optionOf({ environmentVariables }).fields.map(({ id }) => id)
    expect(new Set(ids).size).toBe(3)
  })
})

test('packages come first, then remotes', () => {
  const options = installOptions({
    ...SERVER,
    packages: [NPM, { ...NPM, registryType: 'pypi' }],
    remotes: [{ type: 'sse', url: 'https://mcp.acme.com/sse' }],
  })
  expect(options.map(({ key, label }) => `${key} ${label}`)).toEqual([
    'package-0 npm',
    'package-1 PyPI',
    'remote-0 remote, SSE',
  ])
})
