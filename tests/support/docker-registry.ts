import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** Whether Debian's package `docker-registry`, the reference registry of images, is on this machine. */
export const HAS_DOCKER_REGISTRY = spawnSync('docker-registry', ['--version']).status === 0

/** Starts it on a free port; gives its address. It is gone after the tests of the file. */
export async function startDockerRegistry(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'images-'))
  const config = {
    version: '0.1',
    storage: { filesystem: { rootdirectory: join(folder, 'storage') } },
    http: { addr: '127.0.0.1:0' },
  }
  writeFileSync(join(folder, 'config.yml'), JSON.stringify(config))
  const server = spawn('docker-registry', ['serve', join(folder, 'config.yml')], { cwd: folder })
  afterAll(() => {
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  })
  return new Promise((resolve, reject) => {
    let log = ''
    server.stderr.on('data', (chunk: Buffer) => {
      log += chunk.toString()
      const port = /listening on 127\.0\.0\.1:(\d+)/.exec(log)?.[1]
      if (port) resolve(`http://127.0.0.1:${port}`)
    })
    server.once('exit', () => reject(new Error(`docker-registry did not start: ${log}`)))
  })
}
