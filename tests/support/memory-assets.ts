import type { Catalog } from '../../src/catalog/catalog.ts'
import type { RegistryConfig } from '../../src/catalog/config.ts'
import { apiFiles } from '../../src/api/emit/api-files.ts'
import type { Assets } from '../../src/api/handler/assets.ts'

/** The files that a build of the catalog would write, held in memory, by path. */
export function builtFiles(catalog: Catalog, config: RegistryConfig): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  for (const { path, body } of apiFiles(catalog, config)) {
    files.set(path, typeof body === 'string' ? Buffer.from(body) : Buffer.from(body))
  }
  return files
}

/** Assets over such files, as a platform has them that reads files whole or, with `parts`, pieces of them. */
export function memoryAssets(files: ReadonlyMap<string, Uint8Array>, { parts = false } = {}): Assets {
  return {
    get: async (path) => files.get(path),
    ...(parts && { getPart: async (path, start, end) => files.get(path)?.subarray(start, end) }),
  }
}
