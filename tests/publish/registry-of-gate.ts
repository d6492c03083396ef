import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { ServerJson } from '../../src/model/server-json.ts'
import { listed } from '../../src/cli/testing/listed.ts'
import type { RegistryTarget } from '../../src/cli/target.ts'
import { temporaryFolder } from '../support/git-repository.ts'
import { Gate } from '../support/github/gate.ts'
import type { Pull } from '../support/github/world.ts'
import { serveLoopback } from '../support/loopback.ts'
import type { NpmRegistry } from '../support/verdaccio.ts'

/** A registry with a gate, and its site, which shows what is on the main branch at that moment. */
export interface PublicRegistry {
  gate: Gate
  target: RegistryTarget
  /** `registry.json`, as the program reads it. */
  targetFile: string
}

export async function openRegistry(npm: NpmRegistry): Promise<PublicRegistry> {
  const site = await serveLoopback(({ url = '' }, response) => {
    const [, name = '', version = ''] = /^\/v0\.1\/servers\/([^/]+)\/versions\/([^/?]+)/.exec(url) ?? []
    const [namespace = '', own = ''] = decodeURIComponent(name).split('/')
    const shard = namespace.split('.').at(-1)!.slice(0, 2)
    const text = name && gate.published(`servers/${shard}/${namespace}/${own}/${version}/server.json`)
    if (!text) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(listed(JSON.parse(text) as ServerJson)))
  })
  const settings = { title: 'Registry', url: `${site.url}/`, policy: { packages: { npm: npm.url } } }
  const gate = await Gate.open({ 'registry.config.json': JSON.stringify(settings) })
  const target = {
    title: 'Registry',
    url: `${site.url}/`,
    repository: 'registry/servers',
    githubApi: gate.server.url,
    npmRegistry: npm.url,
  }
  const targetFile = join(temporaryFolder(), 'registry.json')
  writeFileSync(targetFile, JSON.stringify(target))
  return { gate, target, targetFile }
}

/** Waits for a pull request, as the workflows of the registry are started by one, and lets them judge and merge it. */
export async function judgeAndMerge({ gate }: PublicRegistry): Promise<Pull> {
  const { pulls } = gate.world
  await expect.poll(() => pulls.size, { timeout: 30_000, interval: 100 }).toBeGreaterThan(0)
  const pull = [...pulls.values()].at(-1)!
  await gate.verify(pull)
  await gate.merge()
  return pull
}
