import type { ApiFile } from '../../api/emit/api-file.ts'
import { toJson } from '../../api/json.ts'
import type { Catalog } from '../../catalog/catalog.ts'
import { codexRequirements } from './codex.ts'
import { gooseAllowlist } from './goose.ts'
import { matchersOf, type Matcher } from './matchers.ts'

/**
 * `allowlist/`: the whole registry as each client's list of allowed servers, for organisations whose clients have such
 * a list and no setting for a registry. Deleted servers are left out. Servers that want an argument of the person's own
 * cannot be matched by their command: those are in the lists by name where a client compares names, and missing from
 * Goose's, which compares nothing but commands.
 */
export function* allowlistFiles({ servers, updatedAt }: Catalog): Generator<ApiFile> {
  const living = servers
    .filter(({ latest }) => latest.official.status !== 'deleted')
    .map(({ latest }) => latest.server)
  const matchers = living.flatMap(matchersOf)
  const file = (name: string, body: string): ApiFile => ({ path: `allowlist/${name}`, body, updatedAt })
  yield file(
    'managed-settings.json',
    list('{"allowManagedMcpServersOnly":true,"allowedMcpServers":', matchers),
  )
  yield file('vscode-settings.json', list('{"chat.mcp.allowedServers":', matchers))
  yield file('allowlist.yaml', gooseAllowlist(living))
  yield file('requirements.toml', codexRequirements(living))
}

/** One matcher a line, so that changes can be read. */
function list(head: string, matchers: readonly Matcher[]): string {
  return `${head}[\n${matchers.map(toJson).join(',\n')}\n]}\n`
}
