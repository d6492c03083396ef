import { beforeAll, describe, expect, test } from 'vitest'
import { PACKAGE_NPM } from '../../src/verify/rules/package-npm.ts'
import { serveTable, type Answer } from '../support/loopback.ts'
import { askRule, publicationOf, SERVER } from '../support/package-change.ts'
import { startVerdaccio } from '../support/verdaccio.ts'

const registry = await startVerdaccio()
const integrity: Record<string, string> = {}

beforeAll(async () => {
  const published = [
    { name: 'weather-mcp', version: '1.0.0', mcpName: SERVER },
    { name: '@acme/weather', version: '2.0.0', mcpName: SERVER },
    { name: 'nameless', version: '1.0.0' },
    { name: 'other', version: '1.0.0', mcpName: 'io.github.acme/weather-pro' },
    { name: 'spelling', version: '1.0.0', mcpName: 'io.github.Acme/weather' },
    ...['0.9.0', '1.0.0', '1.1.0-beta.1', '1.2.0', '1.10.0', '1.3.0'].map((version) => ({
      name: 'many',
      version,
      mcpName: SERVER,
    })),
  ]
  for (const manifest of published) {
    integrity[`${manifest.name}@${manifest.version}`] = await registry.publish(manifest)
  }
})

const npm = (identifier: string, version = '1.0.0') => ({ registryType: 'npm', identifier, version })

async function ask(...packages: ReturnType<typeof npm>[]) {
  return askRule(PACKAGE_NPM, [publicationOf(packages)], { npm: registry.url })
}

describe('packages in Verdaccio', () => {
  test('packages that name the server pass, with their integrity', async () => {
    const { outcomes, pauses } = await ask(npm('weather-mcp'), npm('@acme/weather', '2.0.0'))
    expect(outcomes).toEqual([
      {
        status: 'pass',
        path: 'servers/ac/io.github.acme/weather/1.0.0/server.json',
        line: 12,
        message: `npm \`weather-mcp@1.0.0\` has the \`mcpName\` \`${SERVER}\`.`,
        evidence: [
          { package: 'npm weather-mcp@1.0.0', kind: 'integrity', value: integrity['weather-mcp@1.0.0'] },
        ],
      },
      expect.objectContaining({
        status: 'pass',
        line: 20,
        evidence: [
          { package: 'npm @acme/weather@2.0.0', kind: 'integrity', value: integrity['@acme/weather@2.0.0'] },
        ],
      }),
    ])
    expect(pauses).toEqual([])
  })

  test.each([
    ['nameless', 'npm `nameless@1.0.0` has no `mcpName`, by which its owner agrees to this listing.'],
    ['other', `npm \`other@1.0.0\` has the \`mcpName\` \`${SERVER}-pro\`, not \`${SERVER}\`.`],
    [
      'spelling',
      `npm \`spelling@1.0.0\` has the \`mcpName\` \`io.github.Acme/weather\`, not \`${SERVER}\`: upper and lower case differ.`,
    ],
  ])('%s fails, with the line that is missing', async (identifier, message) => {
    const { outcomes } = await ask(npm(identifier))
    expect(outcomes).toMatchObject([
      {
        status: 'fail',
        message,
        fix: `Put \`"mcpName": "${SERVER}"\` into its package.json, publish a new version, and name that version here.`,
      },
    ])
  })

  test('a version that is not there yet is waited for, and then held', async () => {
    const { outcomes, pauses } = await ask(npm('many', '1.11.0'))
    expect(outcomes).toMatchObject([
      {
        status: 'hold',
        message:
          'npm has `many`, but not yet its version `1.11.0`. It has `1.10.0`, `1.3.0`, `1.2.0`, `1.1.0-beta.1`, `1.0.0` and older ones. npm can take minutes to serve a new version, so we look again by ourselves.',
      },
    ])
    expect(pauses).toEqual([2000, 5000, 10_000])
  })

  test('a package that does not exist fails at once', async () => {
    const { outcomes, pauses } = await ask(npm('nowhere'))
    expect(outcomes).toMatchObject([{ status: 'fail', message: 'npm has no package `nowhere`.' }])
    expect(pauses).toEqual([])
  })

  test('the name of a tag is not a version', async () => {
    const publication = publicationOf([npm('weather-mcp', 'newest')])
    const tagged = await serveTable({
      '/weather-mcp/newest': { body: { version: '1.0.0', mcpName: SERVER } },
    })
    const { outcomes } = await askRule(PACKAGE_NPM, [publication], { npm: tagged.url })
    expect(outcomes).toMatchObject([{ status: 'fail', fix: expect.stringContaining('"version": "1.0.0"') }])
  })

  test('packages of several servers are looked at, and those of other types are not', async () => {
    const one = publicationOf([npm('weather-mcp'), { registryType: 'pypi', identifier: 'x', version: '1' }])
    const two = publicationOf([npm('weather-mcp')], 'io.github.acme/other')
    const { outcomes } = await askRule(PACKAGE_NPM, [one, two], { npm: registry.url })
    expect(outcomes.map(({ status, path }) => [status, path])).toEqual([
      ['pass', one.file.path],
      ['fail', two.file.path],
    ])
  })

  test('what the rules about the document refuse is not looked up', async () => {
    const { outcomes } = await askRule(
      PACKAGE_NPM,
      [
        publicationOf([
          { registryType: 'npm', identifier: 'weather-mcp' },
          { ...npm('weather-mcp'), registryBaseUrl: 'https://npm.example.com' },
        ]),
      ],
      { npm: registry.url },
    )
    expect(outcomes).toEqual([])
  })

  test.each(['..', '.', '@acme/..', '../weather-mcp'])('%s is no package', async (identifier) => {
    expect((await ask(npm(identifier))).outcomes).toMatchObject([
      { status: 'fail', message: `No package can be called \`${identifier}@1.0.0\`.` },
    ])
  })
})

describe('a registry in trouble', () => {
  async function askAt(table: Record<string, Answer>, ...identifiers: string[]) {
    const server = await serveTable(table)
    const packages = identifiers.map((identifier) => npm(identifier))
    return { ...(await askRule(PACKAGE_NPM, [publicationOf(packages)], { npm: server.url })), server }
  }

  const GOOD = { body: { version: '1.0.0', mcpName: SERVER } }

  test.each<[string, Answer]>([
    ['answered 429 (4 tries).', { status: 429 }],
    ['answered 500 (4 tries).', { status: 500 }],
    ['answered with something that is not a JSON object.', { body: '<html>Back soon</html>' }],
    ['answered with something that is not a JSON object.', { body: [] }],
  ])('it %s: no pass, and no word about the others lost', async (what, answer) => {
    const { outcomes } = await askAt({ '/ill/1.0.0': answer, '/well/1.0.0': GOOD }, 'ill', 'well')
    expect(outcomes).toMatchObject([
      {
        status: 'error',
        line: 12,
        message: expect.stringMatching(/^The `npm` package `ill` could not be checked: `127\.0\.0\.1:/),
        fix: 'There is nothing to do: we try again.',
      },
      { status: 'pass' },
    ])
    expect(outcomes[0]!.message).toContain(what)
  })

  test.each([401, 403])('%i means private', async (status) => {
    const { outcomes } = await askAt({ '/weather/1.0.0': { status } }, 'weather')
    expect(outcomes).toMatchObject([
      {
        status: 'fail',
        message: `npm does not show \`weather@1.0.0\` to everybody (it answered ${status}).`,
      },
    ])
  })

  test('a version that shows up while we wait passes', async () => {
    const table: Record<string, Answer> = { '/weather': { body: { versions: { '0.9.0': {} } } } }
    const server = await serveTable(table)
    const sleep = async (): Promise<void> => void (table['/weather/1.0.0'] = GOOD)
    const publication = publicationOf([npm('weather')])
    const { outcomes } = await askRule(PACKAGE_NPM, [publication], { npm: server.url }, { sleep })
    expect(outcomes).toMatchObject([{ status: 'pass' }])
  })
})
