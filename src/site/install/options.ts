import type { Package, ServerJson, Transport } from '../../model/server-json.ts'
import { KIND_LABELS, kindOfPackage } from '../kinds.ts'
import { safeUrl } from '../text/safe-text.ts'
import { readRemote } from './options/remote-launch.ts'
import { readPackage } from './options/stdio-launch.ts'
import type { Field, InstallOption } from './types.ts'

/** Every way to use a server: its packages in the publisher's order, then its remotes. */
export function installOptions({ packages = [], remotes = [] }: ServerJson): InstallOption[] {
  return [...packages.map(packageOption), ...remotes.map(remoteOption)]
}

function packageOption(pack: Package, index: number): InstallOption {
  const kind = kindOfPackage(pack.registryType)
  const { identifier, registryType, fileSha256 } = pack
  const common = { key: `package-${index}`, kind, identifier: identifier ?? '' }
  const label = kind === 'other' ? registryType || KIND_LABELS.other : KIND_LABELS[kind]
  if (kind === 'mcpb') {
    const url = safeUrl(identifier)
    const launch = { type: url ? ('download' as const) : ('unknown' as const), ...(url && { url }) }
    return { ...common, label, fields: [], launch: { ...launch, ...(fileSha256 && { sha256: fileSha256 }) } }
  }
  const fields: Field[] = []
  const launch = identifier ? readPackage(pack, kind, fields) : { type: 'unknown' as const }
  return { ...common, label, fields: requiredFirst(fields), launch }
}

function remoteOption(remote: Transport, index: number): InstallOption {
  const fields: Field[] = []
  const launch = readRemote(remote, fields)
  const label = launch.type === 'sse' ? `${KIND_LABELS.remote}, SSE` : KIND_LABELS.remote
  return {
    key: `remote-${index}`,
    kind: 'remote',
    label,
    identifier: remote.url ?? '',
    fields: requiredFirst(fields),
    launch: remote.url ? launch : { type: 'unknown' },
  }
}

function requiredFirst(fields: readonly Field[]): Field[] {
  return [...fields.filter(({ isRequired }) => isRequired), ...fields.filter(({ isRequired }) => !isRequired)]
}
