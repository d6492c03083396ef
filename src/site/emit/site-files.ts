import type { ApiFile } from '../../api/emit/api-file.ts'
import type { Catalog } from '../../catalog/catalog.ts'
import type { RegistryConfig } from '../../catalog/config.ts'

/** Makes files of the site that are not pages. The same catalog gives the same files, byte for byte. */
export type FileMaker = (catalog: Catalog, config: RegistryConfig) => Iterable<ApiFile>

const MAKERS: readonly FileMaker[] = []

/** Everything that the site has besides its pages: feeds, badges, texts for machines, the tables of the search. */
export function* siteFiles(catalog: Catalog, config: RegistryConfig): Generator<ApiFile> {
  for (const make of MAKERS) yield* make(catalog, config)
}
