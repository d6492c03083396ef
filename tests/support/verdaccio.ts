import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import npmRegistryFetch from 'npm-registry-fetch'
import { runServer } from 'verdaccio'
import { afterAll } from 'vitest'

export interface NpmRegistry {
  url: string
  /** Packs and publishes; gives the integrity of the tarball. */
  publish(manifest: Manifest): Promise<string>
}

export interface Manifest {
  name: string
  version: string
  mcpName?: unknown
}

/** A registry of npm packages that has nothing but what is published to it, gone after the tests of the file. */
export async function startVerdaccio(): Promise<NpmRegistry> {
  const folder = mkdtempSync(join(tmpdir(), 'verdaccio-'))
  const everybody = { access: '$all', publish: '$all' }
  const server = (await runServer({
    storage: join(folder, 'storage'),
    self_path: folder,
    configPath: join(folder, 'config.yaml'),
    config_path: join(folder, 'config.yaml'),
    auth: { htpasswd: { file: join(folder, 'htpasswd') } },
    uplinks: {},
    packages: { '@*/*': everybody, '**': everybody },
    web: { enable: false },
    log: { type: 'stdout', format: 'json', level: 'fatal' },
  } as never)) as Server
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, publish: (manifest) => publish(url, folder, manifest) }
}

/** Sends what `npm publish` sends. */
async function publish(registry: string, folder: string, manifest: Manifest): Promise<string> {
  const { name, version } = manifest
  const tarball = pack(folder, manifest)
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`
  const file = `${name}-${version}.tgz`
  const dist = {
    integrity,
    shasum: createHash('sha1').update(tarball).digest('hex'),
    tarball: `${registry}/${name}/-/${file}`,
  }
  await npmRegistryFetch(`/${name.replace('/', '%2f')}`, {
    registry,
    method: 'PUT',
    forceAuth: { token: 'nobody' },
    body: {
      _id: name,
      name,
      'dist-tags': { latest: version },
      versions: { [version]: { ...manifest, _id: `${name}@${version}`, dist } },
      _attachments: {
        [file]: {
          content_type: 'application/octet-stream',
          data: tarball.toString('base64'),
          length: tarball.length,
        },
      },
    },
  })
  return integrity
}

function pack(folder: string, manifest: Manifest): Buffer {
  const source = join(folder, 'package')
  mkdirSync(source, { recursive: true })
  writeFileSync(join(source, 'package.json'), JSON.stringify(manifest))
  const tarball = join(folder, 'package.tgz')
  execFileSync('tar', ['-czf', tarball, '-C', folder, 'package'])
  return readFileSync(tarball)
}
