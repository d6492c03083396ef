import type { ApiFile } from '../../../api/emit/api-file.ts'
import type { Catalog } from '../../../catalog/catalog.ts'
import type { RegistryConfig } from '../../../catalog/config.ts'
import type { Part } from '../../reuse/parts.ts'
import { badgePath } from '../../links.ts'
import { badgeSvg } from './badge-svg.ts'

/** A badge for each server, deleted ones too: they stand in documents that nobody changes. */
export function* badgeFiles(
  { servers }: Catalog,
  _: RegistryConfig,
  keeps: (part: Part) => boolean,
): Generator<ApiFile> {
  for (const { name, latest } of servers) {
    if (keeps(name)) continue
    const { version, official } = latest
    const body = badgeSvg({ name, version, status: official.status })
    yield { path: badgePath(name).slice(1), body, updatedAt: official.updatedAt }
  }
}
