import { execFile } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listed, WEATHER } from '../../src/cli/testing/listed.ts'
import { packCli, toJson } from '../../src/cli/pack/pack-cli.ts'
import type { RegistryTarget } from '../../src/cli/target.ts'
import { temporaryFolder } from '../support/git-repository.ts'
import { serveLoopback } from '../support/loopback.ts'
import { ROOT } from './code-blocks.ts'

/** Where a reader types commands. */
export interface Place {
  cwd: string
  env?: Record<string, string>
}

export interface Said {
  code: number
  /** Standard output and error. */
  output: string
}

/** Somebody who copies the commands of a page into a shell. */
export interface Reader {
  type(commands: string, place: Place): Promise<Said>
}

/**
 * What the commands of a copy of this repository do, with the build of all pages left out: that takes half a minute, and
 * has tests of its own.
 */
const NPM = `#!/bin/bash
if [ "$1" = start ]; then set -- run api; fi
[ "$1" = run ] || { echo "npm $1?" >&2; exit 64; }
name=$2
shift 2
[ "$1" = -- ] && shift
exec '${process.execPath}' '${ROOT}/scripts/'"$name.ts" "$@"
`

/** A reader, and a registry on this machine in place of those that pages name. */
export async function openReader(): Promise<Reader> {
  const files = new Map<string, string | Uint8Array>()
  const { url } = await serveLoopback(({ url = '' }, response) => {
    const file = files.get(url.replace(/\?.*/, ''))
    response.writeHead(file === undefined ? 404 : 200).end(file)
  })
  const target: RegistryTarget = { title: 'Registry', url: `${url}/`, npmRegistry: `${url}/npm` }
  const latest = `/v0.1/servers/${encodeURIComponent(WEATHER.name)}/versions/latest`
  const served: [path: string, file: string | Uint8Array][] = [
    ['/v0.1/servers', toJson({ servers: [listed(WEATHER)], metadata: { count: 1 } })],
    [latest, toJson(listed(WEATHER))],
    ['/cli.json', toJson(target)],
    ['/cli.tgz', await packCli(target)],
  ]
  for (const [path, file] of served) files.set(path, file)

  const home = temporaryFolder()
  const bin = join(home, 'bin')
  mkdirSync(bin)
  writeFileSync(join(bin, 'npm'), NPM)
  chmodSync(join(bin, 'npm'), 0o755)
  const known = {
    PATH: `${bin}:${process.env.PATH}`,
    HOME: home,
    npm_config_cache: join(home, 'npm'),
    npm_config_registry: `${url}/nothing-here/`,
    npm_config_update_notifier: 'false',
    npm_config_yes: 'true',
    NODE_COMPILE_CACHE: join(home, 'compiled'),
    REGISTRY_OUT: join(home, 'dist'),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: 'Reader',
    GIT_AUTHOR_EMAIL: 'reader@example.com',
    GIT_COMMITTER_NAME: 'Reader',
    GIT_COMMITTER_EMAIL: 'reader@example.com',
  }

  return {
    type(commands, { cwd, env = {} }) {
      const here = commands
        .replaceAll(
          /https:\/\/(?:other\.example|registry\.(?:example\.com|example|modelcontextprotocol\.io))(?![.\w])/g,
          url,
        )
        .replaceAll(/\b(?:YOUR-)?LOGIN\b/g, 'alice')
      return new Promise((resolve) => {
        const options = { cwd, env: { ...known, ...env }, encoding: 'utf8' } as const
        execFile('bash', ['-ec', here], options, (error, stdout, stderr) =>
          resolve({ code: error ? Number(error.code ?? 255) : 0, output: stdout + stderr }),
        )
      })
    },
  }
}
