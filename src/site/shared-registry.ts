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
import type { PageReuse } from './reuse/page-reuse.ts'

export interface OpenRegistry {
  /** The folder with `servers/` and `registry.config.json`. */
  root: string
  config: RegistryConfig
  /** The catalog, read at the first call. */
  catalog(): Promise<Catalog>
  /** Whether pages are made one by one while somebody works on them, and follow every change. */
  isDevelopment?: boolean
  /** What the last build has already made; absent where nothing is built. */
  reuse?: PageReuse
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

/** Whether a build has to render the page at `path`; see PageReuse. */
export function isToBeRendered(path: string, inputs: unknown): boolean {
  return registry().reuse?.needs(path, inputs) ?? true
}

/** All servers, in byte order of their names. */
export async function siteServers(): Promise<CatalogServer[]> {
  return (await registry().catalog()).servers
}
