import { namespaceOf, shardOf } from './server-name.ts'

/** The folder of the registry's tree that holds all servers. */
export const SERVERS = 'servers'

/** `servers/al/io.github.alice` */
export function namespaceFolder(namespace: string): string {
  return `${SERVERS}/${shardOf(namespace)}/${namespace}`
}

/** `servers/al/io.github.alice/weather`, from `io.github.alice/weather`. */
export function serverFolder(serverName: string): string {
  const namespace = namespaceOf(serverName)
  return `${namespaceFolder(namespace)}/${serverName.slice(namespace.length + 1)}`
}

/** `servers/al/io.github.alice/weather/1.2.0%2Bbuild`: a version folder is the version, percent-encoded. */
export function versionFolder(serverName: string, version: string): string {
  return `${serverFolder(serverName)}/${encodeURIComponent(version)}`
}

/** The signature of a version, beside its `server.json`. */
export function proofBeside(serverFile: string): string {
  return serverFile.replace(/server\.json$/, 'proof.json')
}
