import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RegistryError } from '../model/registry-error.ts'
import { DEFAULT_POLICY, type Policy } from './policy.ts'
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
  /** The public client id of the OAuth App by which people sign in to the command-line tool with a code. */
  githubClientId?: string
  /** The key of this registry's own facts in a response's `_meta`. */
  metaKey: string
  profile: 'tree' | 'edge'
  featured: string[]
  sync: SyncPolicy
  /** What is asked of pull requests. */
  policy: Policy
}

/** What is mirrored from another registry. An absent list takes everything. */
export interface SyncPolicy {
  include?: string[]
  exclude?: string[]
  registryTypes?: string[]
  statuses?: string[]
  versions: 'all' | 'latest' | number
}

type Settings = Partial<Omit<RegistryConfig, 'base' | 'sync' | 'policy'>> & {
  sync?: Partial<SyncPolicy>
  policy?: Partial<Policy>
}

export const CONFIG_FILE = 'registry.config.json'

/**
 * Reads the operator's settings from the registry's root. The environment goes before the file, so that a build on
 * GitHub Pages knows its own address and repository without a word from the operator: `REGISTRY_URL`,
 * `GITHUB_REPOSITORY`.
 *
 * @throws RegistryError R604 that lists everything wrong with the file
 */
export function readConfig(root: string, env: NodeJS.ProcessEnv = process.env): RegistryConfig {
  const path = join(root, CONFIG_FILE)
  return parseConfig(existsSync(path) ? readFileSync(path, 'utf8') : undefined, env)
}

/**
 * The same for a file that was read from somewhere else; `undefined` where there is none.
 *
 * @throws RegistryError R604
 */
export function parseConfig(text: string | undefined, env: NodeJS.ProcessEnv = process.env): RegistryConfig {
  const settings = settingsFrom(text, env)
  const url = parseUrl(settings.url ?? 'http://localhost:4321/')
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/`
  return {
    title: settings.title ?? 'MCP Registry',
    description: settings.description ?? 'Model Context Protocol servers, published by pull request.',
    url: url.href,
    base: url.pathname,
    ...(settings.repository && { repository: settings.repository }),
    ...(settings.githubClientId && { githubClientId: settings.githubClientId }),
    metaKey: settings.metaKey ?? `${url.hostname.split('.').reverse().join('.')}/registry`,
    profile: settings.profile ?? 'tree',
    featured: settings.featured ?? [],
    sync: { versions: 'all', ...settings.sync },
    policy: { ...DEFAULT_POLICY, ...settings.policy },
  }
}

function settingsFrom(text: string | undefined, env: NodeJS.ProcessEnv): Settings {
  const fromEnvironment = {
    ...(env.REGISTRY_URL && { url: env.REGISTRY_URL }),
    ...(env.GITHUB_REPOSITORY && { repository: env.GITHUB_REPOSITORY }),
  }
  const file = text === undefined ? { title: 'MCP Registry' } : parseFile(text)
  const isObject = typeof file === 'object' && file !== null && !Array.isArray(file)
  const settings = isObject ? { ...file, ...fromEnvironment } : file
  const faults = checkShape('config', settings)
  if (faults.length > 0) throw wrong(faults.map(({ path: [key = ''], message }) => message + source(key)))
  return settings as Settings

  function source(key: string): string {
    if (!Object.hasOwn(fromEnvironment, key)) return ''
    return ` It comes from the environment variable ${key === 'url' ? 'REGISTRY_URL' : 'GITHUB_REPOSITORY'}.`
  }
}

function parseFile(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw wrong([`It is not JSON: ${(error as Error).message}.`])
  }
}

function parseUrl(text: string): URL {
  if (!URL.canParse(text)) throw wrong([`\`url\` is not an address: \`${text}\`.`])
  return new URL(text)
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
