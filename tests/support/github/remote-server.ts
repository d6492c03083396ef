import { serverFile } from '../registry-files.ts'

/** The file of a version that is only remote, so that no package registry is asked about it. */
export function remoteServer(
  name: string,
  version: string,
  description = 'Tells the weather.',
): Record<string, string> {
  const [namespace = '', leaf] = name.split('/')
  const host = namespace.split('.').reverse().join('.')
  const url = `https://${leaf}.${host}.example/mcp`
  return serverFile(name, version, { description, remotes: [{ type: 'streamable-http', url }] })
}

/** The owner.json of a namespace. */
export function ownerFile(namespace: string, id: number, login: string): Record<string, string> {
  const shard = namespace.split('.').at(-1)!.slice(0, 2)
  const owner = { id, login, type: 'User', proof: 'author', since: '2026-01-01T00:00:00Z' }
  return { [`servers/${shard}/${namespace}/owner.json`]: `${JSON.stringify(owner, null, 2)}\n` }
}
