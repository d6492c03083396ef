import type { ApiFile } from '../../api/emit/api-file.ts'
import type { Catalog } from '../../catalog/catalog.ts'
import type { RegistryConfig } from '../../catalog/config.ts'
import type { Part } from '../reuse/parts.ts'
import { allowlistFiles } from '../allowlist/allowlist-files.ts'
import { badgeFiles } from './badges/badge-files.ts'
import { feedFiles } from './feeds/feed-files.ts'
import { indexFiles } from './markdown/index-files.ts'
import { twinFiles } from './markdown/twin-files.ts'
import { searchTables } from '../search/search-files.ts'
import { sitemapFiles } from './sitemap/sitemap-files.ts'
import { textFiles } from './texts/text-files.ts'
import { statsFiles } from '../stats/stats-files.ts'

/** Makes files of the site that are not pages. The same catalog gives the same files, byte for byte. */
export type FileMaker = (catalog: Catalog, config: RegistryConfig) => Iterable<ApiFile>

/** @param keeps whether the files of a server or publisher are there already */
type PartMaker = (...args: [...Parameters<FileMaker>, keeps: (part: Part) => boolean]) => Iterable<ApiFile>

const SHARED: readonly FileMaker[] = [
  indexFiles,
  sitemapFiles,
  textFiles,
  searchTables,
  allowlistFiles,
  statsFiles,
]

const OF_PARTS: readonly PartMaker[] = [feedFiles, badgeFiles, twinFiles]

/** What shows the registry as a whole: texts for machines, the tables of the search, allowlists, figures. */
export function* sharedFiles(catalog: Catalog, config: RegistryConfig): Generator<ApiFile> {
  for (const make of SHARED) yield* make(catalog, config)
}

/** What each server and publisher has besides its pages, feeds of all of them included. */
export function* partFiles(
  catalog: Catalog,
  config: RegistryConfig,
  keeps: (part: Part) => boolean = () => false,
): Generator<ApiFile> {
  for (const make of OF_PARTS) yield* make(catalog, config, keeps)
}
