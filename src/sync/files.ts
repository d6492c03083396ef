import type { UpstreamRecord, UpstreamVersion } from '../catalog/upstream-record.ts'
import { compareBytes } from '../model/byte-order.ts'
import { serverFolder, versionFolder } from '../model/tree-path.ts'

export function serverJsonPath(name: string, version: string): string {
  return `${versionFolder(name, version)}/server.json`
}

export function upstreamJsonPath(name: string): string {
  return `${serverFolder(name)}/upstream.json`
}

/**
 * The text of an upstream.json: two-space JSON with the versions in byte order. Written line by line, because an object
 * would put versions such as `10` and `2` in front, by their value.
 */
export function upstreamJsonText({ source, versions }: UpstreamRecord): string {
  const lines = Object.entries(versions)
    .sort(([a], [b]) => compareBytes(a, b))
    .map(([version, meta]) => `    ${JSON.stringify(version)}: ${indented(meta)}`)
  return `{\n  "source": ${JSON.stringify(source)},\n  "versions": {\n${lines.join(',\n')}\n  }\n}\n`
}

function indented(meta: UpstreamVersion): string {
  const { status, statusChangedAt, statusMessage, publishedAt, updatedAt } = meta
  const ordered = { status, statusChangedAt, statusMessage, publishedAt, updatedAt }
  return JSON.stringify(ordered, null, 2).replaceAll('\n', '\n    ')
}
