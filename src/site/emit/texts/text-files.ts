import type { ApiFile } from '../../../api/emit/api-file.ts'
import type { Catalog } from '../../../catalog/catalog.ts'
import type { RegistryConfig } from '../../../catalog/config.ts'
import { llmsTxt } from './llms-txt.ts'
import { openSearchXml } from './open-search.ts'
import { robotsTxt } from './robots-txt.ts'
import { SECURITY_TXT, securityTxt } from './security-txt.ts'

/** The files that machines ask every site for. */
export function* textFiles({ updatedAt }: Catalog, config: RegistryConfig): Generator<ApiFile> {
  yield { path: 'robots.txt', body: robotsTxt(config), updatedAt }
  yield { path: 'opensearch.xml', body: openSearchXml(config), updatedAt }
  yield { path: 'llms.txt', body: llmsTxt(config), updatedAt }
  const security = securityTxt(config, updatedAt)
  if (security === undefined) return
  yield { path: SECURITY_TXT.slice(1), body: security, updatedAt }
  // The older place, for hosts that leave out folders whose names begin with a dot.
  yield { path: 'security.txt', body: security, updatedAt }
}
