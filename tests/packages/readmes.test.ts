import { describe, expect, test } from 'vitest'
import type { Policy } from '../../src/catalog/policy.ts'
import type { GateRule } from '../../src/verify/rule.ts'
import { PACKAGE_CARGO } from '../../src/verify/rules/package-cargo.ts'
import { PACKAGE_NUGET } from '../../src/verify/rules/package-nuget.ts'
import { PACKAGE_PYPI } from '../../src/verify/rules/package-pypi.ts'
import { serveTable } from '../support/loopback.ts'
import { askRule, publicationOf, SERVER } from '../support/package-change.ts'
import { fakeHash, serveCrates, serveNuget, servePypi, type StandIn } from '../support/package-registries.ts'

const LINE = `mcp-name: ${SERVER}`

interface Registry {
  rule: GateRule
  type: 'pypi' | 'nuget' | 'cargo'
  title: string
  server: StandIn
  address: string
  /** The path that says whether a version is there. */
  versionPath: string
}

const text = {
  weather: { '1.0.0': `# Weather\n\n${LINE}\n`, '1.1.0': `Text\n\n<!-- ${LINE} -->` },
  longer: { '1.0.0': `${LINE}-pro` },
  other: { '1.0.0': 'mcp-name: io.github.acme/clouds' },
  spelling: { '1.0.0': 'mcp-name: io.github.Acme/weather' },
  spaces: { '1.0.0': `mcp-name:  ${SERVER}` },
  silent: { '1.0.0': 'Nothing here' },
  many: { '0.9.0': '', '0.10.0': '', '1.0.0': '', '1.0.1': '', '1.0.2': '', '1.2.0': '' },
}
const html = {
  ...text,
  weather: { '1.0.0': `<h1>Weather</h1>\n<p><code>mcp-name: </code>${SERVER}</p><p>next`, '1.1.0': '' },
  longer: { '1.0.0': `<p>mcp-name: <b>${SERVER}</b>-pro</p>` },
}

const pypi = await servePypi({ ...text, bare: { '1.0.0': null } })
const nuget = await serveNuget({ ...text, bare: { '1.0.0': null } })
const cargo = await serveCrates({ ...html, bare: { '1.0.0': null } })

const REGISTRIES: Registry[] = [
  {
    rule: PACKAGE_PYPI,
    type: 'pypi',
    title: 'PyPI',
    server: pypi,
    address: pypi.url,
    versionPath: '/pypi/weather/1.0.0/json',
  },
  {
    rule: PACKAGE_NUGET,
    type: 'nuget',
    title: 'NuGet',
    server: nuget,
    address: `${nuget.url}/v3/index.json`,
    versionPath: '/v3-flatcontainer/weather/1.0.0/readme',
  },
  {
    rule: PACKAGE_CARGO,
    type: 'cargo',
    title: 'crates.io',
    server: cargo,
    address: cargo.url,
    versionPath: '/api/v1/crates/weather/1.0.0',
  },
]

describe.each(REGISTRIES)('$title', ({ rule, type, title, server, address, versionPath }) => {
  const packages: Policy['packages'] = { [type]: address }

  async function ask(identifier: string, version = '1.0.0') {
    const publication = publicationOf([{ registryType: type, identifier, version }])
    return (await askRule(rule, [publication], packages)).outcomes
  }

  test('a README that names the server passes', async () => {
    expect(await ask('weather')).toMatchObject([
      { status: 'pass', line: 12, message: `The README of ${title} \`weather@1.0.0\` names \`${SERVER}\`.` },
    ])
  })

  test.each([
    ['silent', ''],
    ['longer', ` It names \`${SERVER}-pro\` instead.`],
    ['other', ' It names `io.github.acme/clouds` instead.'],
    ['spelling', ' It says `io.github.Acme/weather`: upper and lower case differ.'],
    ['spaces', ' It has the name, but not after `mcp-name:` and exactly one space.'],
  ])('%s does not, with what it says instead', async (identifier, instead) => {
    expect(await ask(identifier)).toMatchObject([
      {
        status: 'fail',
        message: `The README of ${title} \`${identifier}@1.0.0\` does not say \`${LINE}\`.${instead}`,
        fix: expect.stringContaining(`\`${LINE}\``),
      },
    ])
  })

  test('a version that does not exist fails, with the newest that do', async () => {
    expect(await ask('many', '2.0.0')).toMatchObject([
      {
        status: 'fail',
        message: `${title} has \`many\`, but not its version \`2.0.0\`. It has \`1.2.0\`, \`1.0.2\`, \`1.0.1\`, \`1.0.0\`, \`0.10.0\` and older ones.`,
      },
    ])
  })

  test('a package that does not exist fails', async () => {
    expect(await ask('nowhere')).toMatchObject([
      { status: 'fail', message: `${title} has no package \`nowhere\`.` },
    ])
  })

  test('what the rules about the document refuse is not looked up', async () => {
    const publication = publicationOf([
      { registryType: type, identifier: 'weather' },
      { registryType: type, identifier: 'weather', version: '1.0.0', registryBaseUrl: 'https://x.example' },
    ])
    expect((await askRule(rule, [publication], packages)).outcomes).toEqual([])
  })

  test.each([429, 500, 503])('%i is an error, never a pass', async (status) => {
    const well = server.table[versionPath]!
    server.table[versionPath] = { status }
    const outcomes = await ask('weather')
    server.table[versionPath] = well
    expect(outcomes).toMatchObject([{ status: 'error', message: expect.stringContaining(`${status}`) }])
  })
})

test('a comment counts on PyPI and NuGet, but is gone on crates.io', async () => {
  const versions = { registryType: '', identifier: 'weather', version: '1.1.0' }
  const statuses = REGISTRIES.map(async ({ rule, type, address }) => {
    const publication = publicationOf([{ ...versions, registryType: type }])
    return (await askRule(rule, [publication], { [type]: address })).outcomes[0]!.status
  })
  expect(await Promise.all(statuses)).toEqual(['pass', 'pass', 'fail'])
})

test('hashes of files are evidence', async () => {
  const of = async (rule: GateRule, type: string, address: string) => {
    const publication = publicationOf([{ registryType: type, identifier: 'weather', version: '1.0.0' }])
    return (await askRule(rule, [publication], { [type]: address })).outcomes[0]!.evidence
  }
  expect(await of(PACKAGE_PYPI, 'pypi', pypi.url)).toEqual([
    {
      package: 'pypi weather@1.0.0 weather-1.0.0.tar.gz',
      kind: 'sha256',
      value: fakeHash('weather', '1.0.0', 'sdist'),
    },
  ])
  expect(await of(PACKAGE_CARGO, 'cargo', cargo.url)).toEqual([
    { package: 'cargo weather@1.0.0', kind: 'sha256', value: fakeHash('weather', '1.0.0', 'crate') },
  ])
})

test('a package without a README is told so', async () => {
  const bare = { identifier: 'bare', version: '1.0.0' }
  const ask = async (rule: GateRule, registryType: string, address: string) => {
    const publication = publicationOf([{ registryType, ...bare }])
    return (await askRule(rule, [publication], { [registryType]: address })).outcomes
  }
  expect(await ask(PACKAGE_NUGET, 'nuget', `${nuget.url}/v3/index.json`)).toMatchObject([
    { status: 'fail', message: 'NuGet `bare@1.0.0` has no README inside the package.' },
  ])
  expect(await ask(PACKAGE_CARGO, 'cargo', cargo.url)).toMatchObject([
    { status: 'fail', message: 'crates.io `bare@1.0.0` has no README.' },
  ])
  expect(await ask(PACKAGE_PYPI, 'pypi', pypi.url)).toMatchObject([{ status: 'fail' }])
})

test('letter case and build of a NuGet package do not matter', async () => {
  const publication = publicationOf([
    { registryType: 'nuget', identifier: 'Weather', version: '1.0.0+build.5' },
  ])
  const { outcomes } = await askRule(PACKAGE_NUGET, [publication], { nuget: `${nuget.url}/v3/index.json` })
  expect(outcomes).toMatchObject([{ status: 'pass' }])
})

test('a NuGet server that has no READMEs is an error', async () => {
  const old = await serveTable({ '/index.json': { body: { resources: [] } } })
  const publication = publicationOf([{ registryType: 'nuget', identifier: 'weather', version: '1.0.0' }])
  const { outcomes } = await askRule(PACKAGE_NUGET, [publication], { nuget: `${old.url}/index.json` })
  expect(outcomes).toMatchObject([{ status: 'error' }])
})

test('a crates.io that does not talk to us is an error', async () => {
  const closed = await serveTable({ '/api/v1/crates/weather/1.0.0': { status: 403 } })
  const publication = publicationOf([{ registryType: 'cargo', identifier: 'weather', version: '1.0.0' }])
  const { outcomes } = await askRule(PACKAGE_CARGO, [publication], { cargo: closed.url })
  expect(outcomes).toMatchObject([{ status: 'error' }])
})
