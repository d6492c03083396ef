import type { Catalog } from '../../catalog/catalog.ts'
import type { RegistryConfig } from '../../catalog/config.ts'
import { problemDocument } from '../problem.ts'
import type { ApiFile } from './api-file.ts'
import { apiFiles, type EmitOptions } from './api-files.ts'
import { writeFiles } from './write-files.ts'

/** Writes all files of the API, and what a build without pages needs beside them. */
export function emitWithoutSite(
  catalog: Catalog,
  config: RegistryConfig,
  out: string,
  options: EmitOptions = {},
): Promise<void> {
  return writeFiles(out, withoutSiteFiles(catalog, config, options))
}

/** Unknown paths must be a 404 on hosts that would otherwise answer with a page, and crawlers are not wanted. */
function* withoutSiteFiles(
  catalog: Catalog,
  config: RegistryConfig,
  options: EmitOptions,
): Generator<ApiFile> {
  const { updatedAt } = catalog
  yield* apiFiles(catalog, config, options)
  yield { path: '404.html', body: problemDocument(404, 'Server not found'), updatedAt }
  yield { path: 'robots.txt', body: 'User-agent: *\nDisallow: /v0/\nDisallow: /v0.1/\n', updatedAt }
}
