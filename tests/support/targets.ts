import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Target } from '../clients/target.ts'
import { githubPages, type PagesRule } from './github-pages.ts'

const SERVE = new URL('../../scripts/serve.ts', import.meta.url).pathname

/** The files in `root` on a host like GitHub Pages. */
export function pagesTarget(root: string, rule: PagesRule): Target {
  const host = githubPages(root, rule)
  return {
    kind: 'static',
    redirectsToFolders: rule === 'folder-first',
    fetch: async (path, init) => host(new Request(`https://pages.invalid${path}`, init)),
  }
}

export interface ServedTarget extends Target {
  stop(): Promise<void>
}

/** The files in `dir`, served by `npm run serve` in a process of its own, on a port that was free. */
export async function servedTarget(dir: string, registryRoot: string): Promise<ServedTarget> {
  const server = spawn(process.execPath, [SERVE, '--dir', dir, '--port', '0'], {
    env: { ...process.env, REGISTRY_ROOT: registryRoot, REGISTRY_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await addressOf(server)
  return {
    kind: 'handler',
    fetch: (path, init) => fetch(address + path, { ...init, redirect: 'manual' }),
    async stop() {
      server.kill()
      if (server.exitCode === null) await once(server, 'exit')
    },
  }
}

/** The address that the server prints once it listens. */
async function addressOf(server: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: server.stdout! })) {
    const port = /^http:\/\/localhost:(\d+)/.exec(line)?.[1]
    if (port) return `http://127.0.0.1:${port}`
  }
  throw new Error(`the server ended with ${server.exitCode}`)
}
