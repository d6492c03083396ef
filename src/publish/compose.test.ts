import { describe, expect, test } from 'vitest'
import type { ServerJson } from '../model/server-json.ts'
import { CURRENT_SCHEMA_URL } from '../validate/schema/dates.ts'
import { validateServerJson } from '../validate/server-json.ts'
import type { Clue } from './clue.ts'
import { compose } from './compose.ts'
import { serverText } from './server-text.ts'

const STDIO = { type: 'stdio' }
const NPM = { registryType: 'npm', identifier: '@acme/weather-mcp', version: '1.4.0', transport: STDIO }
const UNVERSIONED = { registryType: 'pypi', identifier: 'weather', transport: STDIO }
const PYPI = { ...UNVERSIONED, version: '1.4.0' }
const ON_GITHUB = { url: 'https://github.com/acme/weather-repo', source: 'github' }

function clue(source: string, server: Partial<ServerJson>, more: Partial<Clue> = {}): Clue {
  return { source, says: '', server, warnings: [], ...more }
}

describe('the first clue wins', () => {
  test('field by field, and each field tells where it is from', () => {
    const { server, from } = compose([
      clue('package.json', { version: '1.4.0', description: 'One', packages: [NPM] }),
      clue('Dockerfile', { version: '9.9.9', title: 'Weather' }),
    ])
    expect(server).toMatchObject({ version: '1.4.0', description: 'One', title: 'Weather' })
    expect(from).toMatchObject({ version: 'package.json', title: 'Dockerfile', packages: 'package.json' })
  })

  test('but packages and remotes are added up, each once', () => {
    const remote = { type: 'sse', url: 'https://acme.example/sse' }
    const { server, from } = compose([
      clue('package.json', { packages: [NPM] }),
      clue('npm', { packages: [{ ...NPM, runtimeHint: 'npx', version: '0.0.1' }, PYPI] }),
      clue('URL', { remotes: [remote, remote] }),
    ])
    expect(server.packages).toEqual([{ ...NPM, runtimeHint: 'npx' }, PYPI])
    expect(server.remotes).toEqual([remote])
    expect(from).toMatchObject({ packages: 'package.json, npm', remotes: 'URL' })
  })
})

describe('a server.json that somebody wrote', () => {
  const written = clue(
    'server.json',
    { name: 'com.acme/weather', version: '1.3.0', packages: [NPM] },
    { isWhole: true },
  )

  test('stays as it is; what it cannot do without is filled in', () => {
    const { server } = compose([
      written,
      clue('package.json', {
        name: 'com.acme/other',
        description: 'One',
        websiteUrl: 'https://acme.example',
        packages: [PYPI],
      }),
      clue('.env.example', {}, { variables: [{ name: 'TOKEN' }] }),
    ])
    expect(server).toEqual({
      $schema: CURRENT_SCHEMA_URL,
      name: 'com.acme/weather',
      description: 'One',
      version: '1.3.0',
      packages: [NPM],
    })
  })

  test('yields to what the person says', () => {
    const { server } = compose([clue('answers', { description: 'Mine', title: 'Weather' }), written])
    expect(server).toMatchObject({ description: 'Mine', title: 'Weather', name: 'com.acme/weather' })
  })

  test('is behind where another clue names another version', () => {
    const package_ = clue('package.json', { version: '1.4.0' })
    expect(compose([written, package_]).newer).toEqual({ version: '1.4.0', source: 'package.json' })
    expect(compose([written, clue('package.json', { version: '1.3.0' })]).newer).toBeUndefined()
    expect(compose([package_, clue('npm', { version: '1.5.0' })]).newer).toBeUndefined()
  })
})

describe('the name', () => {
  const packaged = clue('package.json', { packages: [NPM] })
  const remote = clue('URL', { remotes: [{ type: 'sse', url: 'https://mcp.acme.com/sse' }] })

  test.each<[string, Clue[], string | undefined, string | undefined, string | undefined]>([
    [
      'is what the package says',
      [clue('package.json', { name: 'com.acme/w1' }), clue('git remote', { name: 'io.github.acme/w2' })],
      'bob',
      'com.acme/w1',
      undefined,
    ],
    [
      'else is of the owner of the source',
      [clue('npm', { repository: ON_GITHUB, packages: [NPM] })],
      'bob',
      'io.github.acme/weather-repo',
      undefined,
    ],
    [
      'and called like the folder in it',
      [clue('npm', { repository: { ...ON_GITHUB, subfolder: 'servers/rain' } })],
      'bob',
      'io.github.acme/rain',
      undefined,
    ],
    ['else is of the login', [packaged], 'bob', 'io.github.bob/weather-mcp', undefined],
    ['else is asked for', [packaged], undefined, undefined, undefined],
    ['is proposed from the domain', [remote], undefined, undefined, 'com.acme/mcp'],
    ['of a remote is of the login', [remote], 'bob', 'io.github.bob/acme', undefined],
    [
      'that is none is asked for, with the nearest one that is',
      [clue('package.json', { name: 'io.github.acme/my weather!' })],
      'bob',
      'io.github.acme/my weather!',
      'io.github.acme/my-weather',
    ],
  ])('%s', (_, clues, login, name, suggestion) => {
    const { server, missing } = compose(clues, login)
    const question = missing.find(({ field }) => field === 'name')
    expect(server.name).toBe(name)
    expect(question?.suggestion).toBe(suggestion)
    expect(question === undefined).toBe(name !== undefined && suggestion === undefined)
  })
})

describe('what is missing', () => {
  test('is asked for in one order, and nothing else is', () => {
    expect(compose([]).missing.map(({ field }) => field)).toEqual([
      'name',
      'description',
      'version',
      'package',
    ])
  })

  test('a description that is too long is never cut in silence', () => {
    const description = 'Weather for every place on Earth. '.repeat(4).trim()
    const { server, missing, from } = compose([clue('package.json', { description })])
    expect(server.description).toBeUndefined()
    expect(from.description).toBeUndefined()
    const question = missing.find(({ field }) => field === 'description')!
    expect(question.suggestion).toBe('Weather for every place on Earth.')
    expect(question.hint).toContain('package.json has 135 characters')
  })

  test('a description of 100 characters outside of the BMP fits', () => {
    const description = '🌦'.repeat(100)
    expect(compose([clue('package.json', { description })]).server.description).toBe(description)
  })

  test('the version of a package is that of the server', () => {
    const { server } = compose([
      clue('answers', { version: '3.0.0' }),
      clue('pyproject.toml', { packages: [UNVERSIONED] }),
    ])
    expect(server.packages).toEqual([{ ...UNVERSIONED, version: '3.0.0' }])
  })
})

test('settings go to each package that has none of its own', () => {
  const own = { ...PYPI, environmentVariables: [{ name: 'OWN' }] }
  const { server } = compose([
    clue('package.json', { packages: [NPM, own] }),
    clue('.env.example', {}, { variables: [{ name: 'TOKEN', isSecret: true }] }),
    clue('smithery.yaml', {}, { variables: [{ name: 'TOKEN', description: 'Yours' }, { name: 'UNITS' }] }),
  ])
  expect(server.packages).toEqual([
    {
      ...NPM,
      environmentVariables: [{ name: 'TOKEN', description: 'Yours', isSecret: true }, { name: 'UNITS' }],
    },
    own,
  ])
})

test('a refusal counts only where there is nothing else to publish', () => {
  const refused = clue('package.json', {}, { refusal: { saw: 'private', fix: 'Remove it.' } })
  expect(compose([refused]).refusal).toEqual({ source: 'package.json', saw: 'private', fix: 'Remove it.' })
  expect(compose([refused, clue('pyproject.toml', { packages: [PYPI] })]).refusal).toBeUndefined()
})

test('what the schema does not know stays for the validator', () => {
  const document = { enviromentVariables: [] as string[], tags: ['weather'] } as Partial<ServerJson>
  const text = serverText(compose([clue('server.json', document, { isWhole: true })]).server)
  expect(validateServerJson(text).findings.map(({ pointer }) => pointer)).toContain('/tags')
})
