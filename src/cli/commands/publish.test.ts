import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { RegistryError } from '../../model/registry-error.ts'
import type { Proposal } from '../../publish/github/propose.ts'
import type { GitHubDoor } from '../pull/github-door.ts'
import { gitHub, progress, PULL_URL as URL } from '../testing/github.ts'
import { listed, WEATHER } from '../testing/listed.ts'
import { setStage, type StageOptions } from '../testing/stage.ts'

const VERSIONS = 'https://registry.example/v0.1/servers/io.github.acme%2Fweather/versions'
const NPM = { 'https://npm.example/@acme%2Fweather-mcp/1.4.0': { version: '1.4.0', mcpName: WEATHER.name } }
const PATH = 'servers/ac/io.github.acme/weather/1.4.0/server.json'

const PACKAGE = {
  name: '@acme/weather-mcp',
  version: '1.4.0',
  mcpName: 'io.github.acme/weather',
  bin: './index.js',
}
const FILES = {
  'package.json': JSON.stringify(PACKAGE),
  '.git/config': '[remote "origin"]\n\turl = https://github.com/acme/weather-mcp.git\n',
  '.git/HEAD': 'ref: refs/heads/main\n',
  '.env.example': 'ACME_TOKEN=not-yours\nACME_REGION=eu\n',
}
const SAYS = 'Weather, alerts and radar for any place on Earth'
const ALL = [progress(1), progress(2), progress(3), progress(5)]

function stage(options: StageOptions = {}) {
  return setStage({ files: FILES, web: NPM, ...options })
}

describe('publish', () => {
  test('asks one question and is listed', async () => {
    const proposals: Proposal[] = []
    const { run, folder } = stage({ github: gitHub(ALL, proposals), answers: [SAYS] })
    const { exit, screen } = await run('publish')
    expect(exit).toBe(0)
    await expect(screen).toMatchFileSnapshot('../golden/publish.txt')
    expect(screen).not.toMatch(/not-yours|secret"/)
    const text = readFileSync(join(folder, 'server.json'), 'utf8')
    expect(proposals).toMatchObject([{ title: 'io.github.acme/weather 1.4.0', files: { [PATH]: text } }])
    expect(JSON.parse(text)).toMatchObject({ ...WEATHER, packages: [{ identifier: '@acme/weather-mcp' }] })
  })

  test('with --yes it asks nothing, and names what is missing and how to give it', async () => {
    const { run } = stage({ github: gitHub(ALL) })
    const { exit, screen } = await run('publish --yes')
    expect(exit).toBe(1)
    await expect(screen).toMatchFileSnapshot('../golden/publish-missing.txt')
    expect((await run(`publish --yes --description '${SAYS}'`)).exit).toBe(0)
  })

  test('with --json there is one document', async () => {
    const { run } = stage({ github: gitHub(ALL) })
    const { exit, json } = await run(`publish --json --description '${SAYS}'`)
    expect(exit).toBe(0)
    expect(json).toMatchObject({
      name: WEATHER.name,
      version: '1.4.0',
      path: PATH,
      pull: { number: 4812, url: URL, state: 'merged' },
      live: true,
      url: 'https://registry.example/servers/io.github.acme/weather/',
    })
  })

  test('a signature beside the file goes with it, and the signed bytes stay as they are', async () => {
    const proposals: Proposal[] = []
    const text = JSON.stringify({ ...WEATHER, name: 'com.acme/weather' })
    const web = {
      'https://npm.example/@acme%2Fweather-mcp/1.4.0': { version: '1.4.0', mcpName: 'com.acme/weather' },
    }
    const files = { 'server.json': text, 'proof.json': '{}\n' }
    const { exit } = await stage({ files, web, github: gitHub(ALL, proposals) }).run('publish --yes')
    expect(exit).toBe(0)
    expect(proposals[0]!.files).toEqual({
      'servers/ac/com.acme/weather/1.4.0/server.json': text,
      'servers/ac/com.acme/weather/1.4.0/proof.json': '{}\n',
    })
  })

  test('a package that does not name the server ends it before anybody else sees it', async () => {
    const web = { 'https://npm.example/@acme%2Fweather-mcp/1.4.0': { version: '1.4.0' } }
    const proposals: Proposal[] = []
    const { run } = stage({ web, github: gitHub(ALL, proposals) })
    const { exit, screen } = await run(`publish --yes --description '${SAYS}'`)
    expect(exit).toBe(2)
    expect(screen).toContain('error R401')
    expect(proposals).toEqual([])
  })

  test('a private package is refused with the way out', async () => {
    const files = { 'package.json': JSON.stringify({ ...PACKAGE, private: true }) }
    const { exit, screen } = await stage({ files, github: gitHub(ALL) }).run('publish --yes')
    expect(exit).toBe(2)
    await expect(screen).toMatchFileSnapshot('../golden/publish-private.txt')
  })

  test('a slip in naming the package costs no other answer', async () => {
    const npm = 'https://npm.example/@acme%2Fweather-mcp/latest'
    const answers = [
      WEATHER.name,
      SAYS,
      '1.4.0',
      '@acme/wether',
      'evil.example/acme/x:1',
      '@acme/weather-mcp',
    ]
    const { run } = stage({ files: {}, web: { ...NPM, [npm]: PACKAGE }, github: gitHub(ALL), answers })
    const { exit, screen } = await run('publish')
    expect(screen).toContain('npm has no package `@acme/wether`')
    expect(screen).toContain('Images on evil.example cannot be checked.')
    expect(exit).toBe(0)
  })

  test.each([
    ['{"name": "io.github.acme/weather",\n "version": 1.0.0}', 'Line 2, column 16'],
    ['[]', 'is not a JSON object'],
    ['\xff', 'is not UTF-8'],
  ])('a server.json that cannot be read is never written over: %j', async (content, why) => {
    const bytes = Buffer.from(content, 'latin1')
    const { run, folder } = stage()
    writeFileSync(join(folder, 'server.json'), bytes)
    const { exit, screen } = await run(`publish --yes --description '${SAYS}'`)
    expect(exit).toBe(2)
    expect(screen.replace(/\s+/g, ' ')).toContain(why)
    expect(readFileSync(join(folder, 'server.json'))).toEqual(bytes)
  })

  test('where nothing can be published nothing is asked', async () => {
    const { run, folder } = stage({ target: { repository: '' }, answers: [] })
    for (const line of ['publish', 'deprecate io.github.acme/weather']) {
      expect(await run(line)).toMatchObject({
        exit: 1,
        screen: expect.stringContaining('does not say which'),
      })
    }
    expect(() => readFileSync(join(folder, 'server.json'))).toThrow()
  })

  test('--dry-run changes nothing and sends nothing', async () => {
    const { run, folder } = stage({ github: gitHub(ALL) })
    const { exit, screen } = await run(`publish --yes --dry-run --description '${SAYS}'`)
    expect(exit).toBe(0)
    await expect(screen).toMatchFileSnapshot('../golden/publish-dry-run.txt')
    expect(() => readFileSync(join(folder, 'server.json'))).toThrow()
  })

  test('--web needs nobody signed in', async () => {
    const { exit, screen } = await stage().run(`publish --yes --web --description '${SAYS}'`)
    expect(exit).toBe(0)
    await expect(screen).toMatchFileSnapshot('../golden/publish-web.txt')
  })

  test('a stranger is told how to sign in', async () => {
    const { exit, screen } = await stage().run(`publish --yes --description '${SAYS}'`)
    expect(exit).toBe(3)
    await expect(screen).toMatchFileSnapshot('../golden/publish-stranger.txt')
  })

  test('signs in with a code where the registry has an app', async () => {
    const github: Partial<GitHubDoor> = {
      ...gitHub(ALL),
      findToken: async () => undefined,
      async deviceSignIn(_id, tell) {
        tell('ABCD-1234', 'https://github.com/login/device')
        return { token: 'secret', how: 'device' }
      },
    }
    const { exit, screen } = await stage({ github, answers: [SAYS], target: { clientId: 'app' } }).run(
      'publish',
    )
    expect(exit).toBe(0)
    expect(screen).toContain('Open https://github.com/login/device and type this code in: ABCD-1234')
  })

  test('a pull request that fails stays open, and its findings are told', async () => {
    const finding = {
      code: 'R301',
      status: 'fail',
      message: 'Not yours.\x1b[2J',
      fix: 'Use another name.',
    } as const
    const failed = progress(1, { checked: 'fail', findings: [finding] })
    failed.stations[1] = { name: 'checked', state: 'failed', note: '1 thing to fix' }
    const { exit, screen } = await stage({ github: gitHub([progress(1), failed]) }).run(
      `publish --yes --description '${SAYS}'`,
    )
    expect(exit).toBe(5)
    expect(screen).not.toContain('\x1b')
    await expect(screen).toMatchFileSnapshot('../golden/publish-failed.txt')
  })

  test('--no-watch does not wait', async () => {
    const { exit } = await stage({ github: gitHub([]) }).run(
      `publish --yes --no-watch --description '${SAYS}'`,
    )
    expect(exit).toBe(5)
  })

  test('GitHub refusing is 3, GitHub silent is 4, and what is there already is done', async () => {
    const refusing = (code: string) => async (): Promise<never> => {
      throw new RegistryError(code, 'GitHub says no.', { fix: 'Ask again.' })
    }
    const line = `publish --yes --description '${SAYS}'`
    expect((await stage({ github: { ...gitHub([]), propose: refusing('R641') } }).run(line)).exit).toBe(3)
    expect((await stage({ github: { ...gitHub([]), propose: refusing('R643') } }).run(line)).exit).toBe(4)
    expect((await stage({ github: { ...gitHub([]), whoAmI: refusing('R643') } }).run(line)).exit).toBe(4)
    expect((await stage({ github: { ...gitHub([]), whoAmI: refusing('R640') } }).run(line)).exit).toBe(3)
    expect((await stage({ github: { ...gitHub([]), propose: refusing('R645') } }).run(line)).exit).toBe(0)
  })

  describe('again', () => {
    const files = { ...FILES, 'server.json': JSON.stringify(WEATHER) }

    test('what is listed is listed', async () => {
      const web = { ...NPM, [`${VERSIONS}/1.4.0`]: listed(WEATHER) }
      const { exit, screen } = await stage({ files, web, github: gitHub([]) }).run('publish --yes')
      expect(exit).toBe(0)
      expect(screen).toContain('1.4.0 is listed already; there is nothing to do')
    })

    test('a listed version does not change', async () => {
      const web = { ...NPM, [`${VERSIONS}/1.4.0`]: listed({ ...WEATHER, description: 'Other' }) }
      const { exit, screen } = await stage({ files, web, github: gitHub([]) }).run('publish --yes')
      expect(exit).toBe(2)
      expect(screen).toMatch(/a\s+published version never changes/)
    })

    test('a new release takes its version from package.json, in full view', async () => {
      const proposals: Proposal[] = []
      const next = { ...files, 'package.json': JSON.stringify({ ...PACKAGE, version: '1.5.0' }) }
      const web = {
        'https://npm.example/@acme%2Fweather-mcp/1.5.0': { version: '1.5.0', mcpName: WEATHER.name },
      }
      const { run } = stage({ files: next, web, github: gitHub(ALL, proposals), answers: [true, true] })
      const { exit, screen } = await run('publish')
      expect(exit).toBe(0)
      expect(screen).toContain('? server.json says 1.4.0, and package.json 1.5.0. Publish 1.5.0?')
      expect(screen).toContain('+  "version": "1.5.0"')
      const [text] = Object.values(proposals[0]!.files)
      expect(JSON.parse(text!)).toMatchObject({ version: '1.5.0', packages: [{ version: '1.5.0' }] })
    })
  })
})

describe('status', () => {
  test('tells what is listed and how far the pull request is', async () => {
    const web = { [VERSIONS]: { servers: [listed(WEATHER, 'deprecated', 'Use 1.4.1')] } }
    const open = { number: 4812 } as Awaited<ReturnType<GitHubDoor['openPullFor']>>
    const github = { ...gitHub([]), openPullFor: async () => open, readProgress: async () => progress(2) }
    const { exit, screen } = await stage({ web, github }).run('status io.github.acme/weather')
    expect(exit).toBe(0)
    await expect(screen).toMatchFileSnapshot('../golden/status.txt')
  })
})

describe.each([
  ['deprecate', "--reason 'Use 1.4.1' --moved-to io.github.acme/storm"],
  ['delete', "--reason 'Leaked a key'"],
  ['restore', ''],
])('%s', (command, flags) => {
  const before = command === 'restore' ? 'deleted' : 'active'
  const web = { [VERSIONS]: { servers: [listed(WEATHER, before)] } }

  test('says who sees what, asks, and opens the pull request', async () => {
    const proposals: Proposal[] = []
    const { run } = stage({ web, github: gitHub(ALL, proposals), answers: [true] })
    const { exit, screen } = await run(`${command} io.github.acme/weather@1.4.0 ${flags}`)
    expect(exit).toBe(0)
    await expect(`${screen}\n${JSON.stringify(proposals[0]!.files, undefined, 2)}\n`).toMatchFileSnapshot(
      `../golden/${command}.txt`,
    )
  })

  test('is not done where nobody confirms it', async () => {
    const proposals: Proposal[] = []
    const line = `${command} io.github.acme/weather ${flags}`
    const github = gitHub(ALL, proposals)
    expect((await stage({ web, github }).run(line)).exit).toBe(1)
    expect((await stage({ web, github, answers: [false] }).run(line)).exit).toBe(1)
    expect(proposals).toEqual([])
    expect((await stage({ web, github }).run(`${line} --yes`)).exit).toBe(0)
  })

  test('--web needs nobody signed in', async () => {
    const { exit, screen } = await stage({ web }).run(
      `${command} io.github.acme/weather@1.4.0 ${flags} --web`,
    )
    expect(exit).toBe(0)
    await expect(screen).toMatchFileSnapshot(`../golden/${command}-web.txt`)
  })

  test('what is not listed has no status', async () => {
    expect((await stage({ web }).run(`${command} io.github.acme/weather@9.9.9 ${flags} --yes`)).exit).toBe(1)
    expect((await stage().run(`${command} io.github.acme/weather ${flags} --yes`)).exit).toBe(1)
  })
})
