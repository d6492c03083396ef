import { readFileSync } from 'node:fs'
import { EXIT } from './exit.ts'
import { Stop, usageError } from './stop.ts'
import { show } from '../validate/text/show.ts'

/** The registry that this copy of the program came from: `registry.json` beside the bundle. */
export interface RegistryTarget {
  title: string
  /** Where it is served, with a `/` at the end. */
  url: string
  /** The GitHub repository that pull requests go to, as `owner/name`. */
  repository?: string
  /** The public id of the GitHub App by which people sign in with a code. */
  clientId?: string
  /** For GitHub Enterprise: the address of its API. */
  githubApi?: string
  /** The public registry of npm packages. */
  npmRegistry: string
}

/** @throws Stop where the file is not there or is none of ours */
export function readTarget(file: URL | string): RegistryTarget {
  try {
    const { title, url, repository, clientId, githubApi, npmRegistry } = JSON.parse(
      readFileSync(file, 'utf8'),
    ) as RegistryTarget
    return {
      title,
      url,
      npmRegistry,
      ...(repository && { repository }),
      ...(clientId && { clientId }),
      ...(githubApi && { githubApi }),
    }
  } catch {
    throw usageError(
      'This copy of mcp-git does not know which registry it belongs to.',
      'Take it from a registry: npx https://registry.example/cli.tgz, with the address of yours.',
    )
  }
}

/**
 * Another registry than the one that the program came from. It says itself where its pull requests go, in
 * `cli.json` at its address; one that says nothing can be read, not published to. It does not say where GitHub's
 * API is: that address is sent a token.
 *
 * @throws Stop where the address is none, or does not answer
 */
export async function targetAt(
  address: string,
  own: RegistryTarget,
  fetch: typeof globalThis.fetch,
): Promise<RegistryTarget> {
  const url = addressOf(address)
  const said = await registryAt(url, fetch)
  const { title, repository, clientId } = said as Record<keyof RegistryTarget, unknown>
  const isOurs = own.url === url
  return {
    title: typeof title === 'string' ? title : new URL(url).host,
    url,
    npmRegistry: own.npmRegistry,
    ...(isRepository(repository) && { repository }),
    ...(typeof clientId === 'string' && { clientId }),
    ...(isOurs && own.githubApi && { githubApi: own.githubApi }),
  }
}

function addressOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['https:', 'http:'].includes(url.protocol)) {
    throw usageError(
      `${show(text)} is not the address of a registry.`,
      'Give it as https://registry.example/.',
    )
  }
  url.search = ''
  url.hash = ''
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/`
  return url.href
}

async function registryAt(url: string, fetch: typeof globalThis.fetch): Promise<object> {
  try {
    const answer = await fetch(`${url}cli.json`, { signal: AbortSignal.timeout(10_000) })
    const said: unknown = answer.ok ? await answer.json().catch(() => undefined) : undefined
    return typeof said === 'object' && said !== null ? said : {}
  } catch {
    throw new Stop(
      EXIT.network,
      `${show(url)} does not answer.`,
      'Check the address, and whether you are online.',
    )
  }
}

function isRepository(value: unknown): value is string {
  return typeof value === 'string' && /^[\w.-]+\/[\w.-]+$/.test(value)
}
