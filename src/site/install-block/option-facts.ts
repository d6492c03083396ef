import type { Package, ServerJson, Transport } from '../../model/server-json.ts'
import { packagePage } from '../server/package-links.ts'
import { addressOf, safeText, safeUrl } from '../text/safe-text.ts'

/** Something to know about an option before it is taken. */
export interface OptionFact {
  term: string
  value: string
  /** Where people can read about it. */
  url?: string
}

/** The facts of every option, by its key: versions, transports, registries and digests as the publisher gave them. */
export function optionFacts({ packages = [], remotes = [] }: ServerJson): Map<string, OptionFact[]> {
  const facts = new Map<string, OptionFact[]>()
  packages.forEach((pack, index) => facts.set(`package-${index}`, packageFacts(pack)))
  remotes.forEach((remote, index) => facts.set(`remote-${index}`, [talksOver(remote)]))
  return facts
}

function packageFacts(pack: Package): OptionFact[] {
  const { registryType, version, registryBaseUrl, fileSha256, runtimeHint, transport } = pack
  const page = safeUrl(packagePage(pack))
  return [
    ...fact('Version', version),
    ...fact('Runs with', runtimeHint),
    talksOver(transport),
    ...fact('Address', transport.url),
    ...fact('Registry', registryBaseUrl),
    ...fact('SHA-256', fileSha256),
    ...(page ? [{ term: registryType === 'mcpb' ? 'File' : 'Page', value: addressOf(page), url: page }] : []),
  ]
}

function fact(term: string, value: string | undefined): OptionFact[] {
  return value ? [{ term, value: safeText(value) }] : []
}

const TRANSPORTS: Readonly<Record<string, string>> = {
  stdio: 'standard input and output',
  'streamable-http': 'streamable HTTP',
  sse: 'server-sent events (SSE)',
}

function talksOver({ type }: Transport): OptionFact {
  return { term: 'Talks over', value: Object.hasOwn(TRANSPORTS, type) ? TRANSPORTS[type]! : safeText(type) }
}
