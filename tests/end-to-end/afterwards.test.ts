import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { emitWithoutSite } from '../../src/api/emit/emit-api.ts'
import { fileAssets } from '../../src/api/serve/file-assets.ts'
import { readConfig } from '../../src/catalog/config.ts'
import { loadCatalog } from '../../src/catalog/read-catalog.ts'
import { temporaryFolder } from '../support/git-repository.ts'
import { Gate } from '../support/github/gate.ts'
import { ownerFile, remoteServer } from '../support/github/remote-server.ts'
import { serverFile } from '../support/registry-files.ts'

const WEATHER = 'io.github.alice/weather'

let gate: Gate
const servers: Server[] = []

beforeEach(async () => {
  gate = await Gate.open(ownerFile('io.github.alice', 11, 'alice'))
  gate.account('alice', { id: 11 })
})

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
  await gate.close()
})

/** Serves what `find` knows, on loopback. */
async function serve(find: (path: string) => Promise<Uint8Array | string | undefined>): Promise<string> {
  const server = createServer(async (request, response) => {
    const body = await find(decodeURIComponent(request.url!.slice(1)))
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(body)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

/** Builds the registry as it stands on the main branch, and serves it. */
async function deploy(): Promise<string> {
  gate.update()
  const folder = temporaryFolder()
  await emitWithoutSite(await loadCatalog(gate.clone), readConfig(gate.clone, {}), folder)
  return serve(async (path) => fileAssets(folder).get(path))
}

/** An npm registry with one package, and settings of the registry that ask it. */
async function npmWith(mcpName: string): Promise<string> {
  const answer = { name: 'weather-mcp', version: '1.0.0', mcpName, dist: { integrity: 'sha512-abc=' } }
  return serve(async (path) => (path.startsWith('weather-mcp') ? JSON.stringify(answer) : undefined))
}

function packaged(version: string): Record<string, string> {
  const npm = {
    registryType: 'npm',
    identifier: 'weather-mcp',
    version: '1.0.0',
    transport: { type: 'stdio' },
  }
  return serverFile(WEATHER, version, { packages: [npm] })
}

function settings(npm: string): Record<string, string> {
  const policy = { packages: { npm } }
  return { 'registry.config.json': JSON.stringify({ title: 'R', url: 'https://registry.example/', policy }) }
}

describe('after a deployment', () => {
  test('those who are in it are told, once, where it is; those who are not are told later', async () => {
    const first = gate.pull('alice', remoteServer(WEATHER, '1.0.0'))
    await gate.verify()
    await gate.merge()
    const early = await deploy()
    const second = gate.pull('alice', remoteServer('io.github.alice/radar', '1.0.0'))
    await gate.verify()
    await gate.merge()
    gate.update()

    await gate.run('announce', undefined, { REGISTRY_URL: early })
    expect(gate.comments(first)).toEqual([expect.stringContaining(`${early}servers/${WEATHER}/`)])
    expect(gate.comments(second)).toEqual([expect.not.stringContaining('**Live**')])

    const late = await deploy()
    const run = await gate.run('announce', undefined, { REGISTRY_URL: late })
    expect(run.output).toBe(`Told #${second.number}.\n`)
    expect((await gate.run('announce', undefined, { REGISTRY_URL: late })).output).toBe('Nobody to tell.\n')
    expect(gate.world.comments.map(({ history }) => history.length)).toEqual([2, 2])
  })
})

test('what a package registry said is remembered: the merge does not ask it, and the commit says what was seen', async () => {
  const npm = await npmWith(WEATHER)
  gate.world.repository.commit('refs/heads/main', settings(npm))
  const pull = gate.pull('alice', packaged('1.0.0'))
  await gate.verify(pull)
  expect(gate.conclusion(pull)).toBe('success')
  servers.splice(0).forEach((server) => server.closeAllConnections() ?? server.close())
  await gate.merge()
  expect(pull.state).toBe('closed')
  expect(gate.world.repository.messages('main')[0]).toContain(
    'Registry-Evidence: npm weather-mcp@1.0.0 integrity sha512-abc=',
  )
})

describe('the nightly sweep', () => {
  async function sweep() {
    gate.update()
    const run = await gate.run('sweep')
    expect(run).toMatchObject({ code: 0 })
    return gate.run('sweep-report')
  }

  test('keeps one issue about what is not in order any more, and closes it', async () => {
    gate.world.repository.commit('refs/heads/main', {
      ...settings(await npmWith('io.github.mallory/weather')),
      ...packaged('1.0.0'),
    })
    const before = gate.world.repository.find('refs/heads/main')
    gate.account('alice', { id: 12 })
    await sweep()
    const [issue] = gate.world.issues.values()
    expect(issue!.body).toMatch(/^- R301 `io\.github\.alice`: .*number 12 now/m)
    expect(issue!.body).toMatch(/^- R401 `io\.github\.alice\/weather 1\.0\.0`: /m)
    await sweep()
    expect(gate.world.issues.size).toBe(1)

    gate.account('alice', { id: 11 })
    gate.server.faults.push({ strikes: ({ path }) => path === '/users/alice', how: '500', when: 'before' })
    await sweep()
    expect(issue!.body).toMatch(/^- R635 `io\.github\.alice`: /m)
    gate.server.faults.length = 0
    gate.world.repository.commit('refs/heads/main', settings(await npmWith(WEATHER)))
    await sweep()
    expect(issue!.state).toBe('closed')
    expect(gate.world.repository.find('refs/heads/main~1')).toBe(before)
  })

  test('says nothing where everything is in order', async () => {
    gate.world.repository.commit('refs/heads/main', remoteServer(WEATHER, '1.0.0'))
    expect((await sweep()).output).toBe('Everything is in order.\n')
    expect(gate.world.issues.size).toBe(0)
  })
})
