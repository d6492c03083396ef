import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A served build. */
export interface ServedBuild extends AsyncDisposable {
  /** The address of the start page, with a `/` at the end. */
  url: string
}

/**
 * Serves a build as a real host does, compressed and with cache headers, on a free port.
 *
 * @param env says where the registry's settings are
 */
export async function serveBuild(folder: string, env = process.env): Promise<ServedBuild> {
  const script = fileURLToPath(new URL('../serve.ts', import.meta.url))
  const child = spawn(process.execPath, [script, '--dir', folder, '--port', '0'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface(child.stdout)) {
    if (!line.startsWith('http:')) continue
    return {
      url: line,
      async [Symbol.asyncDispose]() {
        child.kill()
        await once(child, 'exit')
      },
    }
  }
  throw new Error(`${folder} cannot be served.`)
}
