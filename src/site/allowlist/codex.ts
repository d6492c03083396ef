import type { ServerJson } from '../../model/server-json.ts'
import { tomlTable } from '../install/notation/toml-text.ts'
import { installOptions } from '../install/options.ts'
import { shortName } from '../install/short-name.ts'
import type { InstallOption } from '../install/types.ts'

const HEAD = `# The syntax of this file is not verified. Compare it with the documentation of Codex before you use it.
# A table has the name that a server has in config.toml. Names that several servers would have are written in full.
`

/**
 * Tables for the `requirements.toml` of Codex: the name of a server and the program or the address behind it. A server
 * gets its first address, which says more than the name of a program. The syntax is known from one source only, and the text says so.
 */
export function codexRequirements(servers: Iterable<ServerJson>): string {
  const known = [...servers].flatMap((server) => {
    const identities = installOptions(server).flatMap(identitiesOf)
    const identity = identities.find(({ url }) => url) ?? identities[0]
    return identity ? [{ name: server.name, short: shortName(server.name), identity }] : []
  })
  const bearers = Map.groupBy(known, ({ short }) => short)
  const tables = known.map(({ name, short, identity }) => {
    const key = bearers.get(short)!.length > 1 ? name : short
    return tomlTable(['mcp_servers', key, 'identity'], identity)
  })
  return `${[HEAD, ...tables].join('\n')}\n`
}

function identitiesOf({ launch }: InstallOption): Record<string, string>[] {
  if (launch.type === 'stdio' && !launch.then) return [{ command: launch.command }]
  if (launch.type !== 'http') return []
  const [url, ...more] = launch.url
  return typeof url === 'string' && more.length === 0 ? [{ url }] : []
}
