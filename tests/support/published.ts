import { recordOf } from '../../src/api/record.ts'
import type { CatalogServer } from '../../src/catalog/catalog.ts'
import { readPublished, type Published } from '../../src/site/client/api/published.ts'

export const META_KEY = 'example.registry/registry'

/** A server's versions as a browser has them: written by the API and read back, the newest first. */
export function publishedOf({ name, entries }: CatalogServer): Published[] {
  return entries
    .map((entry) => {
      const document: unknown = JSON.parse(new TextDecoder().decode(recordOf(entry, META_KEY).line))
      return readPublished(document, name, META_KEY)!
    })
    .sort((a, b) => b.publishedAt - a.publishedAt)
}
