/**
 * The one place where the integration, the content configuration and the pages meet. Astro evaluates them in
 * different module graphs (Node's, Vite's, and the bundle that renders the pages), so that a module variable would
 * exist three times and the catalog be read three times; they share a process, and so `globalThis`.
 *
 * astro.config.mjs opens the registry (open-registry.ts). This module imports nothing but types: it is bundled into
 * the pages, and the reader of the tree must not be.
 */
import type { Catalog, CatalogServer } from '../catalog/catalog.ts'
import type { RegistryConfig } from '../catalog/config.ts'
import type { SiteBuild } from './build/site-build.ts'
import type { InstallBlocks } from './install-ahead/install-ahead.ts'
import type { Part } from './reuse/parts.ts'

export interface OpenRegistry {
  /** The folder with `servers/` and `registry.config.json`. */
  root: string
  config: RegistryConfig
  /** The catalog, read at the first call. */
  catalog(): Promise<Catalog>
  /** Whether pages are made one by one while somebody works on them, and follow every change. */
  isDevelopment?: boolean
  /** The servers and publishers whose files stay as the last build made them; see reuse/reuse.ts. */
  kept?: ReadonlySet<Part>
  /** The build that this process makes. */
  build?: SiteBuild
  /** Makes install blocks ahead of the pages, in a build. */
  installBlocks?: InstallBlocks
  /** Lets the next call read the tree again. */
  forget(): void
}

const KEY = Symbol.for('mcp-git-registry.open-registry')

type Shared = typeof globalThis & { [KEY]?: OpenRegistry }

export function shareRegistry(registry: OpenRegistry): void {
  ;(globalThis as Shared)[KEY] = registry
}

/** The registry that this process builds or serves. */
export function registry(): OpenRegistry {
  const open = openedRegistry()
  if (!open) throw new Error('No registry is open: astro.config.mjs opens it.')
  return open
}

export function openedRegistry(): OpenRegistry | undefined {
  return (globalThis as Shared)[KEY]
}

/** Whether the files of a server or publisher have to be made, which they are not where the last build's stay. */
export function isToBeMade(part: Part): boolean {
  return !registry().kept?.has(part)
}

/** All servers, in byte order of their names. */
export async function siteServers(): Promise<CatalogServer[]> {
  return (await registry().catalog()).servers
}
