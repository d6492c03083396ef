import type { ApiFile } from '../../../api/emit/api-file.ts'
import type { Catalog } from '../../../catalog/catalog.ts'
import type { RegistryConfig } from '../../../catalog/config.ts'
import { installOptions } from '../../install/options.ts'
import { markdownPath } from '../../links.ts'
import type { Part } from '../../reuse/parts.ts'
import { serverText } from '../../server/server-text.ts'

/** Every server's page once more, as Markdown. */
export function* twinFiles(
  { servers }: Catalog,
  config: RegistryConfig,
  keeps: (part: Part) => boolean,
): Generator<ApiFile> {
  for (const server of servers) {
    if (keeps(server.name)) continue
    const updatedAt = server.entries.reduce((last, { official }) => Math.max(last, official.updatedAt), 0)
    const body = serverText(server, config, installOptions(server.latest.server))
    yield { path: markdownPath(server.name).slice(1), body, updatedAt }
  }
}
