import type { ApiFile } from '../../../api/emit/api-file.ts'
import type { Catalog } from '../../../catalog/catalog.ts'
import type { RegistryConfig } from '../../../catalog/config.ts'
import { installOptions } from '../../install/options.ts'
import { markdownPath } from '../../links.ts'
import { serverText } from '../../server/server-text.ts'

/** Every server's page once more, as Markdown. */
export function* twinFiles({ servers }: Catalog, config: RegistryConfig): Generator<ApiFile> {
  for (const server of servers) {
    const updatedAt = server.entries.reduce((last, { official }) => Math.max(last, official.updatedAt), 0)
    const body = serverText(server, config, installOptions(server.latest.server))
    yield { path: markdownPath(server.name).slice(1), body, updatedAt }
  }
}
