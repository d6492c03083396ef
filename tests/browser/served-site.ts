import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { productionEnvironment } from '../support/site/build-site.ts'

export interface Site {
  /** The address of the start page, with a `/` at the end. */
  url: string
  /** The folder of the build. */
  folder: string
  stop(): Promise<void>
}

/** Builds a registry in `folder`, as a user would, below a sub-path. */
export async function buildFixture(folder: string, fixture: (root: string) => void): Promise<void> {
  const { root, environment } = placesIn(folder)
  fixture(root)
  const building = start('scripts/build.ts', [], environment)
  const [code] = (await once(building.child, 'exit')) as [number]
  if (code !== 0) throw new Error(`The build failed:\n${building.output()}`)
}

/** Serves what was built in `folder` on a free port. */
export async function serveFixture(folder: string): Promise<Site> {
  const { out, environment } = placesIn(folder)
  const served = start('scripts/serve.ts', ['--dir', out, '--port', '0'], environment)
  const url = await served.line(/^http:/)
  return {
    url,
    folder: out,
    async stop() {
      served.child.kill()
      await once(served.child, 'exit')
    },
  }
}

function placesIn(folder: string): { root: string; out: string; environment: NodeJS.ProcessEnv } {
  const [root, out] = [join(folder, 'root'), join(folder, 'dist')]
  const places = { REGISTRY_ROOT: root, REGISTRY_OUT: out, REGISTRY_URL: 'http://localhost/registry/' }
  return { root, out, environment: { ...productionEnvironment(), ...places } }
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
