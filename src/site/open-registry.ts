import type { Catalog } from '../catalog/catalog.ts'
import { readConfig } from '../catalog/config.ts'
import { loadCatalog } from '../catalog/read-catalog.ts'
import { openedRegistry, shareRegistry, type OpenRegistry } from './shared-registry.ts'

type Warn = (message: string) => void

/**
 * Opens the registry in the folder `root` for everything in this process. Opened again, it has fresh settings and
 * keeps the catalog that was read.
 *
 * @throws RegistryError R604 where its settings cannot be used
 */
export function openRegistry(root: string, warn: Warn = console.warn): OpenRegistry {
  const config = readConfig(root)
  const before = openedRegistry()
  const registry = before?.root === root ? { ...before, config } : { root, config, ...catalogOf(root, warn) }
  shareRegistry(registry)
  return registry
}

function catalogOf(root: string, warn: Warn): Pick<OpenRegistry, 'catalog' | 'forget'> {
  let reading: Promise<Catalog> | undefined
  return {
    catalog: () => (reading ??= loadCatalog(root, { warn })),
    forget: () => (reading = undefined),
  }
}
