import type { ServerJson } from '../../model/server-json.ts'
import { secretsOfPackage, secretsOfTransport } from './inputs.ts'
import { KIND_LABELS, kindOfPackage } from '../kinds.ts'
import { counted } from '../text/numbers.ts'
import { hostOf, safeText } from '../text/safe-text.ts'

/** What using a server means for a person's computer, in short sentences derived from the entry and nothing else. */
export function factsOf(server: ServerJson): string[] {
  const { packages = [], remotes = [] } = server
  return [
    ...(packages.length > 0 ? [`Runs ${whatRuns(server)} on your computer`] : []),
    ...(remotes.length > 0 ? [`Connects to ${hosts(server)}`] : []),
    ...(packages.length + remotes.length > 0
      ? [secretsSentence(server)]
      : ['Offers neither a package nor a remote']),
  ]
}

function whatRuns({ packages = [] }: ServerJson): string {
  const kinds = [...new Set(packages.map(({ registryType }) => kindOfPackage(registryType)))]
  const words = kinds.map((kind) => {
    if (kind === 'oci') return 'a container image'
    if (kind === 'mcpb') return 'an MCP bundle'
    return kind === 'other' ? 'a package' : `code from ${KIND_LABELS[kind]}`
  })
  return words.join(' or ')
}

function hosts({ remotes = [] }: ServerJson): string {
  const names = [...new Set(remotes.map(({ url = '' }) => (URL.canParse(url) ? hostOf(url) : safeText(url))))]
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
