import { tagsOf, unescapeHtml } from './html-tags.ts'
import { pageLinks } from './page-links.ts'

/** The addresses of an XML file: a feed with the HTML inside it, a sitemap, an OpenSearch description. */
export function xmlLinks(xml: string): Set<string> {
  const addresses = new Set<string>()
  for (const { attributes } of tagsOf(xml)) {
    const address = attributes.href ?? attributes.template?.replaceAll(/\{[^}]*\}/g, 'x')
    if (address !== undefined) addresses.add(address)
  }
  for (const [, text] of xml.matchAll(/<(?:loc|icon|logo|uri|Image)(?:\s[^>]*)?>([^<]*)</g))
    addresses.add(unescapeHtml(text!).trim())
  for (const [, html] of xml.matchAll(/<(?:content|summary)[^>]*type="html"[^>]*>([^<]*)</g))
    for (const address of pageLinks(unescapeHtml(html!)).addresses) addresses.add(address)
  return addresses
}

/** How a text for machines writes the address of any server. */
const PATTERN = /\/NAMESPACE\b/

/**
 * The addresses of a Markdown or plain text: destinations of links, and full addresses of the site anywhere.
 *
 * @param url the site's own address
 */
export function markdownLinks(text: string, url: string): Set<string> {
  const addresses = new Set<string>()
  // A publisher's brackets are escaped, so only a bare `](` is a link.
  for (const [, pointed, plain] of text.matchAll(/(?<!\\)\]\((?:<([^>\n]*)>|([^\s()<]*))/g))
    addresses.add((pointed ?? plain)!)
  const escaped = url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  for (const [address] of text.matchAll(new RegExp(`${escaped}[^\\s<>()"'\`\\]]*`, 'g')))
    addresses.add(address.replace(/[.,;:]+$/, ''))
  return new Set([...addresses].filter((address) => !PATTERN.test(address)))
}
