import type { Package, ServerJson, Transport } from '../../model/server-json.ts'
import { argumentTable, namedTable, variableTable, type InputTable } from './input-table.ts'
import { KIND_LABELS, kindOfPackage, type Kind } from '../kinds.ts'
import { packagePage } from './package-links.ts'
import { safeText, safeUrl } from '../text/safe-text.ts'

/** One way to have a server: a package or a remote, as a page shows it. */
export interface Option {
  kind: Kind
  label: string
  /** The package's identifier or the remote's address. */
  identifier: string
  /** Where people can read about it. */
  page?: string
  facts: { term: string; value: string }[]
  tables: InputTable[]
}

/** Packages first, in the publisher's order: most clients take the first of them. */
export function optionsOf({ packages = [], remotes = [] }: ServerJson): Option[] {
  return [...packages.map(packageOption), ...remotes.map(remoteOption)]
}

function packageOption(pack: Package): Option {
  const { registryType, registryBaseUrl, identifier, version, fileSha256, runtimeHint, transport } = pack
  const kind = kindOfPackage(registryType)
  const page = safeUrl(packagePage(pack))
  return {
    kind,
    label: kind === 'other' ? safeText(registryType) : KIND_LABELS[kind],
    identifier: safeText(identifier),
    ...(page && { page }),
    facts: facts([
      ['Version', version],
      ['Runs with', runtimeHint],
      ['Talks over', transportName(transport.type)],
      ['Address', transport.url],
      ['Registry', registryBaseUrl],
      ['SHA-256', fileSha256],
    ]),
    tables: [
      ...namedTable('Environment variables', pack.environmentVariables),
      ...argumentTable('Package arguments', pack.packageArguments),
      ...argumentTable('Runtime arguments', pack.runtimeArguments),
      ...transportTables(transport),
    ],
  }
}

/** A remote's address is not a page: opening it in a browser tells nobody anything. */
function remoteOption(remote: Transport): Option {
  return {
    kind: 'remote',
    label: KIND_LABELS.remote,
    identifier: safeText(remote.url ?? ''),
    facts: facts([['Talks over', transportName(remote.type)]]),
    tables: transportTables(remote),
  }
}

function transportTables({ headers, variables }: Transport): InputTable[] {
  return [...namedTable('Headers', headers), ...variableTable('Parts of the address', variables)]
}

function transportName(type: string): string {
  const names: Readonly<Record<string, string>> = {
    stdio: 'standard input and output',
    'streamable-http': 'streamable HTTP',
    sse: 'server-sent events (SSE)',
  }
  return Object.hasOwn(names, type) ? names[type]! : type
}

function facts(pairs: [string, string | undefined][]): Option['facts'] {
  return pairs.flatMap(([term, value]) => (value ? [{ term, value: safeText(value) }] : []))
}
