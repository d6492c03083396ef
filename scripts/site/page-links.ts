import { tagsOf, type Tag } from './html-tags.ts'

/** Everything on a page that is about links, read in one go. */
export interface PageLinks {
  /** Addresses as written, each once. */
  addresses: ReadonlySet<string>
  /** What fragments of addresses may name. */
  ids: ReadonlySet<string>
}

/** Attributes that hold one address. */
const ADDRESSES = ['href', 'src', 'xlink:href', 'action', 'formaction', 'poster', 'cite']
/** Names of a `meta` whose content is an address of the site. */
const ADDRESS_METAS = new Set(['og:url', 'og:image', 'twitter:image'])

/** Reads the links and the ids of an HTML page. */
export function pageLinks(html: string): PageLinks {
  const addresses = new Set<string>()
  const ids = new Set<string>()
  for (const tag of tagsOf(html)) {
    const { id, name } = tag.attributes
    if (id !== undefined) ids.add(id)
    if (name !== undefined && tag.name === 'a') ids.add(name)
    for (const address of addressesOf(tag)) addresses.add(address)
  }
  return { addresses, ids }
}

function addressesOf({ name, attributes }: Tag): string[] {
  const found: string[] = []
  for (const key of ADDRESSES) if (attributes[key] !== undefined) found.push(attributes[key])
  if (name === 'object' && attributes.data) found.push(attributes.data)
  for (const key of ['srcset', 'imagesrcset']) found.push(...candidatesOf(attributes[key]))
  if (name === 'meta') found.push(...metaAddress(attributes))
  return found
}

/** The addresses of a `srcset`: `a.png 1x, b.png 2x`. */
function candidatesOf(set = ''): string[] {
  return set
    .split(/,\s+/)
    .map((candidate) => candidate.trim().split(/\s+/)[0]!)
    .filter(Boolean)
}

function metaAddress({ content = '', ...attributes }: Tag['attributes']): string[] {
  const refresh = attributes['http-equiv']?.toLowerCase() === 'refresh' && /url\s*=\s*(.*)$/i.exec(content)
  if (refresh) return [refresh[1]!.replace(/^['"]|['"]$/g, '')]
  return ADDRESS_METAS.has(attributes.property ?? attributes.name ?? '') ? [content] : []
}
