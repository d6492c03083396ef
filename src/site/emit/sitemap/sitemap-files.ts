import type { ApiFile } from '../../../api/emit/api-file.ts'
import type { Catalog } from '../../../catalog/catalog.ts'
import type { RegistryConfig } from '../../../catalog/config.ts'
import { formatTimestamp } from '../../../model/timestamp.ts'
import { pagesOf } from '../../lists/pages-of.ts'
import { element, escapeXml, XML_DECLARATION } from '../../text/xml.ts'
import { fullAddress } from '../address.ts'
import { sitemapPages, type SitemapPage } from './sitemap-pages.ts'

/** Crawlers take 50,000 addresses and 50 MB a file; addresses of this site are shorter than a kilobyte. */
const MAX_ADDRESSES = 45_000

const NAMESPACE = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }

export const SITEMAP = '/sitemap-index.xml'

/** The addresses of all pages for search engines, with the times of their last changes where they are known. */
export function* sitemapFiles({ servers, updatedAt }: Catalog, config: RegistryConfig): Generator<ApiFile> {
  const parts = pagesOf([...sitemapPages(servers)], MAX_ADDRESSES)
  const index: SitemapPage[] = []
  for (const { number, items } of parts) {
    const path = `/sitemap-${number}.xml`
    index.push({ path, updatedAt: newest(items) })
    yield { path: path.slice(1), body: document('urlset', 'url', items), updatedAt }
  }
  yield { path: SITEMAP.slice(1), body: document('sitemapindex', 'sitemap', index), updatedAt }

  function document(root: string, item: string, pages: readonly SitemapPage[]): string {
    const lines = pages.map(({ path, updatedAt }) =>
      element(
        item,
        {},
        element('loc', {}, escapeXml(fullAddress(config, path))) +
          (updatedAt ? element('lastmod', {}, formatTimestamp(updatedAt)) : ''),
      ),
    )
    return `${XML_DECLARATION}${element(root, NAMESPACE, `\n${lines.join('\n')}\n`)}\n`
  }
}

function newest(pages: readonly SitemapPage[]): number {
  return pages.reduce((last, { updatedAt = 0 }) => Math.max(last, updatedAt), 0)
}
