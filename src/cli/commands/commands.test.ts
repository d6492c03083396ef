import { readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listed, WEATHER } from '../testing/listed.ts'
import { setStage } from '../testing/stage.ts'

const REGISTRY = 'https://registry.example/v0.1/servers'
const VERSIONS = `${REGISTRY}/io.github.acme%2Fweather/versions`
const NPM = 'https://npm.example/@acme%2Fweather-mcp/1.4.0'
const TEXT = `${JSON.stringify(WEATHER, undefined, 2)}\n`
const HOSTILE = '\x1b[2J\u202e'

describe('validate', () => {
  const files = { 'server.json': TEXT, 'bad.json': TEXT.replace('"1.4.0"', '"latest"') }

  test('looks at the packages too, unless told not to', async () => {
    const web = { [NPM]: { version: '1.4.0', mcpName: 'io.github.acme/other' } }
    const stage = setStage({ files, web })
    expect((await stage.run('validate --offline')).exit).toBe(0)
    const { exit, screen } = await stage.run('validate')
    expect(exit).toBe(2)
    await expect(screen).toMatchFileSnapshot('../golden/validate.txt')
  })

  test('a file that is not valid gives 2, and the document of npm run validate', async () => {
    const { exit, json } = await setStage({ files }).run('validate bad.json --json')
    expect(exit).toBe(2)
    expect(json).toMatchObject({ valid: false, files: [{ file: 'bad.json', findings: [{ code: 'R244' }] }] })
  })

  test('--fix mends what has one remedy, in full view, and not against the will of its owner', async () => {
    const broken = TEXT.replace('"npm"', '"NPM"').replaceAll('\n', '\r\n')
    const stage = setStage({ files: { 'server.json': broken }, answers: [false, true] })
    const text = (): string => readFileSync(join(stage.folder, 'server.json'), 'utf8')
    const advice = 'To mend 1 error of these: mcp-git validate server.json --fix'
    expect(await stage.run('validate --offline')).toMatchObject({
      exit: 2,
      screen: expect.stringContaining(advice),
    })
    expect((await stage.run('validate --offline --fix')).exit).toBe(2)
    expect(text()).toBe(broken)
    expect(await stage.run('validate --offline --fix --yes')).toMatchObject({
      exit: 0,
      screen: expect.stringContaining('+      "registryType": "npm",'),
    })
    expect(text()).toBe(TEXT.replaceAll('\n', '\r\n'))
  })

  test('a link that leads back to itself is told from a fault of the program', async () => {
    const stage = setStage()
    symlinkSync('server.json', join(stage.folder, 'server.json'))
    for (const line of ['validate', 'publish', 'init --yes', 'sign --key server.json']) {
      expect((await stage.run(line)).screen).toContain('✗ `server.json` cannot be read (ELOOP).')
    }
  })

  test('a package registry that does not answer is a warning', async () => {
    const { exit, screen } = await setStage({ files, web: { [NPM]: 503 } }).run('validate')
    expect(exit).toBe(0)
    expect(screen).toContain('warning R401')
  })
})

describe('search', () => {
  const forecast = { ...WEATHER, name: 'io.github.bob/forecast', title: 'Weather for sailors' }
  const hostile = { ...WEATHER, name: 'io.github.mallory/weather', description: `Weather ${HOSTILE}` }

  test('finds by name, title and description in the complete list of a plain host, names first', async () => {
    const servers = [
      listed(forecast),
      listed({ ...forecast, name: 'a.b/cc', title: 'x', description: 'y' }),
      listed(WEATHER),
    ]
    const stage = setStage({ web: { [REGISTRY]: { servers } } })
    const { json } = await stage.run('search weather --json')
    expect(
      (json as { servers: { server: { name: string } }[] }).servers.map(({ server }) => server.name),
    ).toEqual(['io.github.acme/weather', 'io.github.bob/forecast'])
    await expect((await stage.run('search Weather')).screen).toMatchFileSnapshot('../golden/search.txt')
  })

  test('no server writes to the terminal', async () => {
    const { screen } = await setStage({ web: { [REGISTRY]: { servers: [listed(hostile)] } } }).run(
      'search weather',
    )
    expect(screen).toContain('io.github.mallory/weather')
    expect(screen).not.toMatch(/[\x1b\u202e]/)
  })

  test('a registry that does not answer gives 4', async () => {
    expect((await setStage({ web: { [REGISTRY]: 0 } }).run('search x')).exit).toBe(4)
    expect((await setStage({ web: { [REGISTRY]: 500 } }).run('search x')).exit).toBe(4)
  })
})

describe('add', () => {
  const web = { [`${VERSIONS}/latest`]: listed(WEATHER) }

  test('merges into the file of the project: comments stay, secrets are references', async () => {
    const before = '{\n  // mine\n  "servers": { "other": { "command": "x" } }\n}\n'
    const stage = setStage({ web, files: { '.vscode/mcp.json': before }, answers: [true] })
    const { exit, screen } = await stage.run('add vscode io.github.acme/weather')
    expect(exit).toBe(0)
    await expect(screen).toMatchFileSnapshot('../golden/add.txt')
    const after = readFileSync(join(stage.folder, '.vscode/mcp.json'), 'utf8')
    expect(after).toContain('// mine')
    expect(after).toContain('"other"')
    expect(after).toContain('"ACME_TOKEN": "${input:weather_ACME_TOKEN}"')
  })

  test('asks before it writes, and takes no for an answer', async () => {
    const stage = setStage({ web, answers: [false] })
    const { screen } = await stage.run('add claude-code io.github.acme/weather')
    expect(screen).toContain('? Write .mcp.json?')
    expect(() => statSync(join(stage.folder, '.mcp.json'))).toThrow()
  })

  test('twice is once', async () => {
    const stage = setStage({ web })
    await stage.run('add cursor io.github.acme/weather --yes')
    expect((await stage.run('add cursor io.github.acme/weather --yes')).screen).toContain('unchanged')
  })

  test('leaves a broken file alone, and shows the command where a client has no file of the project', async () => {
    const stage = setStage({ web, files: { '.mcp.json': '{ "mcpServers": [' } })
    expect(await stage.run('add claude-code io.github.acme/weather --yes')).toMatchObject({
      exit: 1,
      screen: expect.stringContaining('cannot be read as JSON (line 1)'),
    })
    expect(readFileSync(join(stage.folder, '.mcp.json'), 'utf8')).toBe('{ "mcpServers": [')
    expect((await stage.run('add codex io.github.acme/weather')).screen).toContain('codex mcp add weather')
  })

  test('warns of what is deprecated and refuses what is deleted', async () => {
    const deprecated = { [`${VERSIONS}/latest`]: listed(WEATHER, 'deprecated', 'Use storm') }
    expect(
      (await setStage({ web: deprecated }).run('add cursor io.github.acme/weather --yes')).screen,
    ).toContain('Use storm')
    const deleted = { [`${VERSIONS}/latest`]: listed(WEATHER, 'deleted', 'Leaked a key') }
    expect(await setStage({ web: deleted }).run('add cursor io.github.acme/weather')).toMatchObject({
      exit: 1,
      screen: expect.stringContaining('was deleted: Leaked a key.'),
    })
  })
})

describe('keys', () => {
  const own = TEXT.replace('io.github.acme/weather', 'com.acme/weather')

  test('a key is for its owner only, is not shown and never replaced', async () => {
    const stage = setStage({ files: { 'server.json': own } })
    const { exit, screen } = await stage.run('keygen --domain acme.com')
    expect(exit).toBe(0)
    expect(statSync(join(stage.folder, 'key.pem')).mode & 0o777).toBe(0o600)
    expect(screen).not.toContain('PRIVATE')
    await expect(screen.replace(/p=\S+/g, 'p=…')).toMatchFileSnapshot('../golden/keygen.txt')
    const key = readFileSync(join(stage.folder, 'key.pem'), 'utf8')
    expect((await stage.run('keygen')).exit).toBe(1)
    expect(readFileSync(join(stage.folder, 'key.pem'), 'utf8')).toBe(key)
  })

  test('signs the bytes that are there', async () => {
    const stage = setStage({ files: { 'server.json': own } })
    const { json } = await stage.run('keygen --json --algorithm ecdsap384')
    expect(await stage.run('sign --key key.pem')).toMatchObject({ exit: 0 })
    const proof = JSON.parse(readFileSync(join(stage.folder, 'proof.json'), 'utf8')) as { publicKey: string }
    expect((json as { record: string }).record).toBe(`v=MCPv1; k=ecdsap384; p=${proof.publicKey}`)
  })

  test('a command signs the digest where it wants that', async () => {
    const script = `let n = 0; process.stdin.on('data', (c) => (n += c.length)).on('end', () => process.stdout.write(Buffer.alloc(96, n)))`
    const stage = setStage({ files: { 'server.json': own, 'sign.js': script } })
    const line = `sign --signer '"${process.execPath}" "${join(stage.folder, 'sign.js')}"' --algorithm ecdsap384 --yes`
    const signature = (): string =>
      (JSON.parse(readFileSync(join(stage.folder, 'proof.json'), 'utf8')) as { signature: string }).signature
    expect((await stage.run(`${line} --signer-input digest`)).exit).toBe(0)
    expect(signature()).toBe(Buffer.alloc(96, 48).toString('base64'))
    expect((await stage.run(line)).exit).toBe(0)
    expect(signature()).not.toBe(Buffer.alloc(96, 48).toString('base64'))
  })

  test('does not sign what would be refused', async () => {
    const stage = setStage({ files: { 'server.json': own.replace('"1.4.0"', '"latest"') } })
    await stage.run('keygen')
    expect(await stage.run('sign --key key.pem')).toMatchObject({
      exit: 2,
      screen: expect.stringContaining('R244'),
    })
  })
})
