import { formatTimestamp } from '../../../model/timestamp.ts'
import { element, escapeXml, XML_DECLARATION } from '../../text/xml.ts'

export interface Author {
  name: string
  /** Where the author is described. */
  url: string
}

/** An Atom feed (RFC 4287). Texts are plain, whatever they hold; times are microseconds; addresses are full. */
export interface Feed {
  /** The feed's own address, which is its identity too. */
  url: string
  title: string
  subtitle: string
  /** The page that shows the same to people. */
  page: string
  updatedAt: number
  /** Who wrote all entries, where it is one and the same; entries then need none. */
  author?: Author
  entries: readonly FeedEntry[]
}

export interface FeedEntry {
  /** Stays the same for as long as the entry is about the same thing. */
  id: string
  title: string
  summary: string
  page: string
  /** The API's document of the same thing. */
  json?: string
  publishedAt: number
  updatedAt: number
  author?: Author
  categories: readonly string[]
}

export function atomFeed({ url, title, subtitle, page, updatedAt, author, entries }: Feed): string {
  const head = [
    element('id', {}, escapeXml(url)),
    element('title', {}, escapeXml(title)),
    element('subtitle', {}, escapeXml(subtitle)),
    element('updated', {}, formatTimestamp(updatedAt)),
    ...(author ? [person(author)] : []),
    element('link', { rel: 'self', type: 'application/atom+xml', href: url }),
    link('text/html', page),
  ]
  const lines = [...head, ...entries.map(entryElement)]
  return `${XML_DECLARATION}<feed xmlns="http://www.w3.org/2005/Atom">\n${lines.join('\n')}\n</feed>\n`
}

function entryElement(entry: FeedEntry): string {
  const { id, title, summary, page, json, publishedAt, updatedAt, author, categories } = entry
  const parts = [
    element('id', {}, escapeXml(id)),
    element('title', {}, escapeXml(title)),
    element('updated', {}, formatTimestamp(updatedAt)),
    element('published', {}, formatTimestamp(publishedAt)),
    ...(author ? [person(author)] : []),
    link('text/html', page),
    ...(json ? [link('application/json', json)] : []),
    ...categories.map((term) => element('category', { term })),
    element('summary', {}, escapeXml(summary)),
  ]
  return `<entry>\n${parts.join('\n')}\n</entry>`
}

function link(type: string, href: string): string {
  return element('link', { rel: 'alternate', type, href })
}

function person({ name, url }: Author): string {
  return element('author', {}, element('name', {}, escapeXml(name)) + element('uri', {}, escapeXml(url)))
}
