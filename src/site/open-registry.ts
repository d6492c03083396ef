import type { Catalog } from '../catalog/catalog.ts'
import { readConfig } from '../catalog/config.ts'
import { loadCatalog } from '../catalog/read-catalog.ts'
import { openedRegistry, shareRegistry, type OpenRegistry } from './shared-registry.ts'

/**
 * Opens the registry in the folder `root` for everything in this process. Opened again, it has fresh settings and
 * keeps the catalog that was read.
 *
 * @throws RegistryError R604 where its settings cannot be used
 */
export function openRegistry(root: string): OpenRegistry {
  const config = readConfig(root)
  const before = openedRegistry()
  const registry = before?.root === root ? { ...before, config } : { root, config, ...catalogOf(root) }
  shareRegistry(registry)
  return registry
}

function catalogOf(root: string): Pick<OpenRegistry, 'catalog' | 'forget'> {
  let reading: Promise<Catalog> | undefined
  return {
    catalog: () => (reading ??= loadCatalog(root, { warn: (message) => console.warn(message) })),
    forget: () => (reading = undefined),
  }
}
