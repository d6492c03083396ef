import { readdirSync } from 'node:fs'
import type { CatalogServer } from '../../../catalog/catalog.ts'
import { namespaceOf } from '../../../model/server-name.ts'
import { browseParts, PER_PAGE } from '../../lists/browse-parts.ts'
import { pagesOf } from '../../lists/pages-of.ts'
import { isLiving, rowOf, type ServerRow } from '../../lists/server-row.ts'
import { browsePath, docPath, publisherPath, RULES_PATH, serverPath, versionsPath } from '../../links.ts'
import { rulePages } from '../../rule-pages.ts'

/** A page that search engines are to know. */
export interface SitemapPage {
  /** From the root of the site. */
  path: string
  /** The last change of what it is about, in microseconds, where the catalog knows it. */
  updatedAt?: number
}

/** Pages that ask not to be indexed: one has no content, the other shows whatever its address says. */
const HIDDEN = ['/404/', '/version/']

/** All pages but those that ask not to be indexed: deleted servers, and publishers with nothing else. */
export function* sitemapPages(servers: readonly CatalogServer[]): Generator<SitemapPage> {
  const rows = servers.map(rowOf)
  for (const path of new Set([...fixedPages(), ...docPages(), ...browsePages(rows)])) yield { path }
  const publishers = new Map<string, number>()
  for (const { name, entries } of servers.filter(({ latest }) => isLiving(latest.official))) {
    const updatedAt = entries.reduce((last, { official }) => Math.max(last, official.updatedAt), 0)
    const namespace = namespaceOf(name)
    publishers.set(namespace, Math.max(publishers.get(namespace) ?? 0, updatedAt))
    yield { path: serverPath(name), updatedAt }
    if (entries.length > 1) yield { path: versionsPath(name), updatedAt }
  }
  for (const [namespace, updatedAt] of publishers) yield { path: publisherPath(namespace), updatedAt }
}

/** Pages that every registry has, whatever is in it: those whose address has no parameter. */
function fixedPages(): string[] {
  const files = readdirSync(new URL('../../../pages/', import.meta.url), {
    recursive: true,
    encoding: 'utf8',
  })
  return files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.astro') && !file.includes('['))
    .map((file) => `/${file.slice(0, -'.astro'.length)}/`.replace(/\/index\/$/, '/'))
    .filter((path) => !HIDDEN.includes(path))
    .sort()
}

function browsePages(rows: readonly ServerRow[]): string[] {
  return browseParts(rows).flatMap(({ key, rows }) =>
    pagesOf(rows, PER_PAGE).map(({ number }) => browsePath(key, number)),
  )
}

function docPages(): string[] {
  const files = readdirSync(new URL('../../../../docs/', import.meta.url)).sort()
  const slugs = files.filter((file) => file.endsWith('.md')).map((file) => file.slice(0, -'.md'.length))
  return [docPath('index'), ...slugs.map(docPath), RULES_PATH, ...rulePages().map(({ path }) => path)]
}
