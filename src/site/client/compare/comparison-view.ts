import type { Published } from '../api/published.ts'
import { compareServers, type Compared } from './comparison.ts'
import { comparisonMarkdown } from './markdown.ts'
import { tableHtml } from './table-html.ts'

/** A server of the API's answer about all its versions. */
export function comparedServer(name: string, versions: readonly Published[]): Compared {
  return { name, versions, latest: versions.find(({ isLatest }) => isLatest) ?? versions[0]! }
}

/** A comparison for the page and for the clipboard. */
export function comparisonView(
  servers: readonly Compared[],
  base: string,
  url: string,
): { html: string; markdown: string } {
  const rows = compareServers(servers)
  return { html: tableHtml(servers, rows, base), markdown: comparisonMarkdown(servers, rows, url) }
}
