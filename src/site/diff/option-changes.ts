import type { Package, ServerJson, Transport } from '../../model/server-json.ts'
import { KIND_LABELS, kindOfPackage } from '../kinds.ts'
import { secretsOfPackage, secretsOfTransport } from '../server/inputs.ts'
import { counted } from '../text/numbers.ts'
import { fieldChange, isSame, orderChange, quoted, RANKS, type Change } from './change.ts'
import { asInputs, inputChanges, PLACES } from './input-changes.ts'
import { pairUp } from './pair-up.ts'

/** A change of one way to have a server, with the words for that way. */
export interface OptionChange extends Change {
  /** `npm `@acme/weather``; absent where the sentence says it itself. */
  option?: string
}

/** What changed in the packages. The same identifier is the same package, whatever version of the server it names. */
export function packageChanges(before: ServerJson, after: ServerJson): OptionChange[] {
  if (isSame(before.packages, after.packages)) return []
  const versions = { before: before.version, after: after.version }
  const { pairs, removed, added, isReordered } = pairUp(before.packages, after.packages, [
    ({ registryType, identifier }) => JSON.stringify([registryType, identifier]),
    ({ registryType, identifier }, _, side) =>
      JSON.stringify([registryType, unversioned(identifier, versions[side])]),
    (_, index) => String(index),
  ])
  const whole = (pack: Package): string =>
    `the ${kindWord(pack)} package ${quoted(pack.identifier)}${asking(secretsOfPackage(pack))}`
  return [
    ...added.map((pack) => optionAdded(whole(pack))),
    ...removed.map((pack) => optionRemoved(whole(pack))),
    ...pairs.flatMap(([one, other]) => {
      const option = packageLabel(one, other)
      return changesOfPackage(one, other, versions).map((change) => ({ ...change, option }))
    }),
    ...(isReordered ? [orderChange('the packages')] : []),
  ]
}

/** What changed in the remotes: the same address is the same remote. */
export function remoteChanges(before: ServerJson, after: ServerJson): OptionChange[] {
  if (isSame(before.remotes, after.remotes)) return []
  const { pairs, removed, added, isReordered } = pairUp(before.remotes, after.remotes, [
    ({ type, url }) => JSON.stringify([type, url]),
    ({ url }) => url,
    (_, index) => String(index),
  ])
  const whole = (remote: Transport): string =>
    `the remote ${quoted(remote.url ?? '')}${asking(secretsOfTransport(remote))}`
  return [
    ...added.map((remote) => optionAdded(whole(remote))),
    ...removed.map((remote) => optionRemoved(whole(remote))),
    ...pairs.flatMap(([one, other]) => {
      const option = one.url === other.url ? `remote ${quoted(one.url ?? '')}` : 'a remote'
      return transportChanges(one, other).map((change) => ({ ...change, option }))
    }),
    ...(isReordered ? [orderChange('the remotes')] : []),
  ]
}

function changesOfPackage(a: Package, b: Package, versions: { before: string; after: string }): Change[] {
  if (isSame(a, b)) return []
  const isMoved = unversioned(a.identifier, versions.before) !== unversioned(b.identifier, versions.after)
  const isSamePlace = a.identifier === b.identifier && a.version === b.version
  return [
    ...(a.registryType === b.registryType
      ? fieldChange('Package', a.identifier, b.identifier, isMoved ? RANKS.option : RANKS.version)
      : [packageMoved(a, b)]),
    ...fieldChange('Package registry', a.registryBaseUrl, b.registryBaseUrl, RANKS.source),
    ...fieldChange('Package version', a.version, b.version, RANKS.version),
    ...fieldChange(
      isSamePlace ? 'Another file under the same package version: SHA-256' : 'SHA-256',
      a.fileSha256,
      b.fileSha256,
      isSamePlace ? RANKS.file : RANKS.rest,
    ),
    ...fieldChange('Runs with', a.runtimeHint, b.runtimeHint, RANKS.detail),
    ...transportChanges(a.transport, b.transport),
    ...inputChanges(PLACES.environment, a.environmentVariables, b.environmentVariables),
    ...inputChanges(PLACES.argument, a.packageArguments, b.packageArguments),
    ...inputChanges(PLACES.runtime, a.runtimeArguments, b.runtimeArguments),
  ]
}

function transportChanges(before: Transport, after: Transport): Change[] {
  if (isSame(before, after)) return []
  return [
    ...fieldChange('Transport', before.type, after.type, RANKS.transport),
    ...fieldChange('Address', before.url, after.url, RANKS.transport),
    ...inputChanges(PLACES.header, before.headers, after.headers),
    ...inputChanges(PLACES.address, asInputs(before.variables), asInputs(after.variables)),
  ]
}

function packageMoved(a: Package, b: Package): Change {
  const [from, to] = [a, b].map((pack) => `${kindWord(pack)} ${quoted(pack.identifier)}`)
  return { type: 'changed', rank: RANKS.option, text: `Package ${from} → ${to}` }
}

function optionAdded(whole: string): Change {
  return { type: 'added', rank: RANKS.option, text: `Adds ${whole}` }
}

function optionRemoved(whole: string): Change {
  return { type: 'removed', rank: RANKS.option, text: `Removes ${whole}` }
}

function asking(secrets: readonly string[]): string {
  return secrets.length > 0 ? `, which asks for ${counted(secrets.length, 'secret')}` : ''
}

function packageLabel(a: Package, b: Package): string {
  if (a.registryType !== b.registryType) return 'a package'
  return a.identifier === b.identifier ? `${kindWord(a)} ${quoted(a.identifier)}` : `${kindWord(a)}`
}

function kindWord({ registryType }: Package): string {
  const kind = kindOfPackage(registryType)
  return kind === 'other' ? quoted(registryType) : KIND_LABELS[kind]
}

/** Images and bundles carry the version in their identifier, and are the same thing all the same. */
function unversioned(identifier: string, version: string): string {
  return identifier.replaceAll(version, '*')
}
