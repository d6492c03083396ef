import { fieldsOf, readPublished, type Published } from '../../site/client/api/published.ts'
import { askJson, type Asking } from './ask-json.ts'

/** Of a registry that pages; one that does not gives everything at once. */
const MOST_PAGES = 5

/**
 * The servers that have all words of a query in their name, title or description, those with the words in their names
 * first. A registry that answers queries looks at names only and is asked for the longest word; one on a plain host gives
 * its complete list, whatever it is asked.
 */
export async function searchServers(query: string, world: Asking): Promise<Published[]> {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const longest = words.toSorted((a, b) => b.length - a.length)[0] ?? ''
  const found: Published[] = []
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page++) {
    const parameters = new URLSearchParams({
      search: longest,
      version: 'latest',
      limit: '100',
      ...(cursor && { cursor }),
    })
    const { servers, metadata } = fieldsOf(await askJson(`v0.1/servers?${parameters}`, world))
    for (const each of Array.isArray(servers) ? servers : []) {
      const published = readPublished(each, nameIn(each))
      if (published?.isLatest && isAbout(published, words)) found.push(published)
    }
    const { nextCursor } = fieldsOf(metadata)
    if (typeof nextCursor !== 'string' || nextCursor === cursor) break
    cursor = nextCursor
  }
  const inName = ({ server }: Published): boolean =>
    words.every((word) => server.name.toLowerCase().includes(word))
  return [...found.filter(inName), ...found.filter((each) => !inName(each))]
}

function nameIn(document: unknown): string {
  return String(fieldsOf(fieldsOf(document).server).name)
}

function isAbout({ server }: Published, words: readonly string[]): boolean {
  const text = `${server.name}\n${server.title ?? ''}\n${server.description}`.toLowerCase()
  return words.every((word) => text.includes(word))
}
