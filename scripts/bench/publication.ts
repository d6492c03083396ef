import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { versionFolder } from '../../src/model/tree-path.ts'
import { CURRENT_SCHEMA_URL } from '../../src/validate/schema/dates.ts'
import { PLAIN_GIT } from './registry/fast-import.ts'

const SERVER = {
  $schema: CURRENT_SCHEMA_URL,
  name: 'io.github.bench/almanac',
  description: 'Sunrise, sunset and tides of any place on Earth.',
  version: '1.0.0',
  remotes: [{ type: 'streamable-http', url: 'https://almanac.bench.example/mcp' }],
}

const PUBLISHER = {
  GIT_AUTHOR_NAME: 'bench',
  GIT_AUTHOR_EMAIL: 'bench@publisher.example',
  GIT_COMMITTER_NAME: 'bench',
  GIT_COMMITTER_EMAIL: 'bench@publisher.example',
}

/** Makes the branch `publication` in a registry: its main branch with one server more. Nothing is checked out. */
export function commitPublication(registry: string): void {
  const git = (args: string[], input = ''): string =>
    execFileSync('git', args, {
      cwd: registry,
      input,
      encoding: 'utf8',
      env: { ...PLAIN_GIT, ...PUBLISHER, GIT_INDEX_FILE: join(registry, '.git', 'publication-index') },
    }).trim()
  const path = `${versionFolder(SERVER.name, SERVER.version)}/server.json`
  const blob = git(['hash-object', '-w', '--stdin'], `${JSON.stringify(SERVER, null, 2)}\n`)
  git(['read-tree', 'main'])
  git(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`])
  const commit = git(['commit-tree', '-p', 'main', '-m', 'Add a server', git(['write-tree'])])
  git(['branch', '--force', 'publication', commit])
}
