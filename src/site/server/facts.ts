import type { ServerJson } from '../../model/server-json.ts'
import { KIND_LABELS, kindOfPackage } from '../kinds.ts'
import { counted } from '../text/numbers.ts'
import { hostOf, safeText } from '../text/safe-text.ts'
import { secretsOfPackage, secretsOfTransport } from './inputs.ts'
import { reachOf } from './reach.ts'

/** What using a server means for a person's computer, in short sentences derived from the entry and nothing else. */
export function factsOf(server: ServerJson): string[] {
  const { packages = [], remotes = [] } = server
  if (packages.length + remotes.length === 0) return ['Offers neither a package nor a remote']
  const connects = packages.length > 0 ? 'Or connects' : 'Connects'
  return [
    ...(packages.length > 0 ? [`Runs ${whatRuns(server)} on your computer`] : []),
    ...reachOf(packages),
    ...(remotes.length > 0 ? [`${connects} to ${hosts(server)}`] : []),
    secretsSentence(server),
    ...(mayWantAccount(server) ? ['May ask you to sign in'] : []),
  ]
}

function whatRuns({ packages = [] }: ServerJson): string {
  const kinds = [...new Set(packages.map(({ registryType }) => kindOfPackage(registryType)))]
  const words = kinds.map((kind) => {
    const identifiers = packages.filter(({ registryType }) => kindOfPackage(registryType) === kind)
    const only = identifiers.length === 1 ? identifiers[0]!.identifier : ''
    if (kind === 'oci') return only ? `the container image ${imageName(only)}` : 'a container image'
    if (kind === 'mcpb') return URL.canParse(only) ? `an MCP bundle from ${hostOf(only)}` : 'an MCP bundle'
    return kind === 'other' ? 'a package' : `code from ${KIND_LABELS[kind]}`
  })
  return words.join(' or ')
}

/** A digest is long and tells people nothing. */
function imageName(identifier: string): string {
  return safeText(identifier.split('@', 1)[0]!)
}

function hosts({ remotes = [] }: ServerJson): string {
  const names = [
    ...new Set(remotes.map(({ url = '' }) => (URL.canParse(url) && hostOf(url)) || safeText(url))),
  ]
  return names.length > 2 ? `${names[0]} and ${names.length - 1} other hosts` : names.join(' and ')
}

function secretsSentence({ packages = [], remotes = [] }: ServerJson): string {
  const counts = [...packages.map(secretsOfPackage), ...remotes.map(secretsOfTransport)].map(
    ({ length }) => length,
  )
  const [least, most] = [Math.min(...counts), Math.max(...counts)]
  if (most === 0) return 'Asks for no secret'
  if (least === 0) return `Asks for no secret, or for up to ${most}`
  return least === most ? `Asks for ${counted(most, 'secret')}` : `Asks for ${least} to ${most} secrets`
}

/** A remote that declares no secret may still want an account, which its entry does not say. */
function mayWantAccount({ remotes = [] }: ServerJson): boolean {
  return remotes.some((remote) => secretsOfTransport(remote).length === 0)
}
