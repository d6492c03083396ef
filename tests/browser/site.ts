import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { productionEnvironment } from '../support/site/build-site.ts'
import { writeFixture } from './fixture.ts'

export interface Site {
  /** The address of the start page, with a `/` at the end. */
  url: string
  /** The folder of the build. */
  folder: string
  stop(): Promise<void>
}

/** Builds a registry, the fixture unless told otherwise, as a user would, below a sub-path, and serves it on a free port. */
export async function startSite(fixture: (root: string) => void = writeFixture): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'registry-site-'))
  const root = join(folder, 'root')
  const out = join(folder, 'dist')
  fixture(root)
  const environment = {
    ...productionEnvironment(),
    REGISTRY_ROOT: root,
    REGISTRY_OUT: out,
    REGISTRY_URL: 'http://localhost/registry/',
  }
  const build = start('scripts/build.ts', [], environment)
  const [code] = (await once(build.child, 'exit')) as [number]
  if (code !== 0) throw new Error(`The build failed:\n${build.output()}`)

  const served = start('scripts/serve.ts', ['--dir', out, '--port', '0'], environment)
  const url = await served.line(/^http:/)
  return {
    url,
    folder: out,
    async stop() {
      served.child.kill()
      await once(served.child, 'exit')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function start(script: string, args: string[], env: NodeJS.ProcessEnv) {
  const child: ChildProcess = spawn(process.execPath, [script, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  return {
    child,
    output: () => output,
    async line(pattern: RegExp): Promise<string> {
      for await (const line of createInterface(child.stdout!)) if (pattern.test(line)) return line
      throw new Error(`${script} ended:\n${output}`)
    },
  }
}
