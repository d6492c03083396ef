import type { Listing } from '../../catalog/catalog.ts'
import type { ServerJson } from '../../model/server-json.ts'
import type { Reference } from './provenance.ts'
import { addressOf, safeText, safeUrl } from '../text/safe-text.ts'

/** Where a publisher sends people, labelled with the address, because that cannot be dressed up. */
export function linksOf(
  { repository, websiteUrl }: ServerJson,
  listing?: Listing,
): { term: string; reference: Reference }[] {
  const candidates: [string, string | undefined][] = [
    ['Source', sourceUrl(repository)],
    ['Website', websiteUrl],
    ...Object.entries(listing?.links ?? {}),
  ]
  return candidates.flatMap(([term, address]) => {
    const url = safeUrl(address)
    return url ? [{ term: safeText(term), reference: { text: addressOf(url), url } }] : []
  })
}

/** The repository, down to the subfolder where the host's addresses are known. */
function sourceUrl(repository: ServerJson['repository']): string | undefined {
  const url = repository?.url?.replace(/\.git$/, '')
  const subfolder = repository?.subfolder
  if (!url || !subfolder || !/^https:\/\/github\.com\/[^/]+\/[^/]+$/.test(url)) return url
  return /^[\w.-]+(\/[\w.-]+)*$/.test(subfolder) && !subfolder.includes('..')
    ? `${url}/tree/HEAD/${subfolder}`
    : url
}
