import { diskTree } from '../catalog/disk-tree.ts'
import { placeOf } from '../catalog/layout.ts'
import { checkShape } from '../catalog/schema-check.ts'
import type { Tree } from '../catalog/tree.ts'
import type { UpstreamRecord } from '../catalog/upstream-record.ts'
import { RegistryError } from '../model/registry-error.ts'

/** One server as the tree holds it. */
export interface TreeServer {
  name: string
  /** The bytes of every server.json, by version. */
  versions: Map<string, Buffer>
  /** Absent for a server of the registry's own. */
  upstream?: UpstreamRecord
  /** The bytes of upstream.json. */
  upstreamBytes?: Buffer
}

/** What a mirror has to know of a tree: its servers by name. */
export type MirrorTree = ReadonlyMap<string, TreeServer>

/**
 * Reads the tree in `root` as far as a mirror needs it.
 *
 * @throws RegistryError R614 for an upstream.json that cannot be read: whose server it is would be a guess
 */
export function readMirrorTree(root: string): Promise<MirrorTree> {
  return collect(diskTree(root))
}

async function collect(tree: Tree): Promise<MirrorTree> {
  const servers = new Map<string, TreeServer>()
  const serverOf = (name: string): TreeServer => {
    let server = servers.get(name)
    if (!server) servers.set(name, (server = { name, versions: new Map() }))
    return server
  }
  for await (const { path, bytes } of tree.files()) {
    const place = placeOf(path)
    if (typeof place === 'string') continue
    if (place.kind === 'server') {
      serverOf(`${place.namespace}/${place.name}`).versions.set(place.version, bytes)
    } else if (place.kind === 'upstream') {
      const server = serverOf(`${place.namespace}/${place.name}`)
      server.upstream = parseUpstream(path, bytes)
      server.upstreamBytes = bytes
    }
  }
  return servers
}

function parseUpstream(path: string, bytes: Buffer): UpstreamRecord {
  let fault: string | undefined
  try {
    const data: unknown = JSON.parse(bytes.toString('utf8'))
    fault = checkShape('upstream', data)[0]?.message
    if (!fault) return data as UpstreamRecord
  } catch (error) {
    fault = (error as Error).message
  }
  throw new RegistryError('R614', `${path} cannot be read: ${fault}`, {
    path,
    fix: 'Restore it from Git, or remove the folder of the server and mirror again with --full.',
  })
}
