import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RegistryError } from '../model/registry-error.ts'
import { checkShape } from './schema-check.ts'

/** The operator's settings, complete: `registry.config.json` with the environment and the defaults applied. */
export interface RegistryConfig {
  title: string
  description: string
  /** Where the registry is served, with a `/` at the end. */
  url: string
  /** The path of `url`: `/`, or `/registry/` for a sub-path deployment. */
  base: string
  /** The GitHub repository that pull requests go to, as `owner/name`; absent where nobody said. */
  repository?: string
  /** The key of this registry's own facts in a response's `_meta`. */
  metaKey: string
  profile: 'tree' | 'edge'
  featured: string[]
  sync: SyncPolicy
}

/** What is mirrored from another registry. An absent list takes everything. */
export interface SyncPolicy {
  include?: string[]
  exclude?: string[]
  registryTypes?: string[]
  statuses?: string[]
  versions: 'all' | 'latest' | number
}

type ConfigFile = Partial<Omit<RegistryConfig, 'base' | 'sync'>> & { sync?: Partial<SyncPolicy> }

export const CONFIG_FILE = 'registry.config.json'

/**
 * Reads the operator's settings from the registry's root. The environment goes before the file, so that a build on
 * GitHub Pages knows its own address and repository without a word from the operator: `REGISTRY_URL`,
 * `GITHUB_REPOSITORY`.
 *
 * @throws RegistryError R604 that lists everything wrong with the file
 */
export function readConfig(root: string, env: NodeJS.ProcessEnv = process.env): RegistryConfig {
  const file = readConfigFile(join(root, CONFIG_FILE))
  const url = new URL(env.REGISTRY_URL || file.url || 'http://localhost:4321/')
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/`
  const repository = env.GITHUB_REPOSITORY || file.repository
  return {
    title: file.title ?? 'MCP Registry',
    description: file.description ?? 'Model Context Protocol servers, published by pull request.',
    url: url.href,
    base: url.pathname,
    ...(repository && { repository }),
    metaKey: file.metaKey ?? `${url.hostname.split('.').reverse().join('.')}/registry`,
    profile: file.profile ?? 'tree',
    featured: file.featured ?? [],
    sync: { versions: 'all', ...file.sync },
  }
}

function readConfigFile(path: string): ConfigFile {
  if (!existsSync(path)) return {}
  let data: unknown
  try {
    data = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw wrong([`It is not JSON: ${(error as Error).message}.`])
  }
  const faults = checkShape('config', data)
  if (faults.length > 0) throw wrong(faults.map(({ message }) => message))
  return data as ConfigFile
}

function wrong(sentences: string[]): RegistryError {
  return new RegistryError(
    'R604',
    `${CONFIG_FILE} cannot be used:\n${sentences.map((line) => `  ${line}`).join('\n')}`,
    {
      path: CONFIG_FILE,
      fix: 'Its keys are described in schema/config.schema.json.',
    },
  )
}
