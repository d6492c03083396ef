/** Where things are on the site. Paths start with `/` and know nothing of the place the site is served from. */

import { rulesAddress } from '../verify/docs-address.ts'
import { registry } from './shared-registry.ts'

/** A path of the site as a link that works under any base, such as `/registry/`. */
export function href(path: string): string {
  return registry().config.base + path.slice(1)
}

/** A path of the site as a full address, for machines. */
export function absolute(path: string): string {
  return registry().config.url + path.slice(1)
}

export function serverPath(name: string): string {
  return `/servers/${name}/`
}

export function publisherPath(namespace: string): string {
  return `/servers/${namespace}/`
}

/** A page of the list of all servers, or of one part of it. */
export function browsePath(part: string | undefined, page: number): string {
  return `/browse/${part ? `${part}/` : ''}${page > 1 ? `${page}/` : ''}`
}

export function docPath(slug: string): string {
  return slug === 'index' ? '/docs/' : `/docs/${slug}/`
}

/** The list of the rules that pull requests are judged by. */
export const RULES_PATH = rulesAddress()

/** The API's document about one version, or about the latest. */
export function apiPath(name: string, version = 'latest'): string {
  return `/v0.1/servers/${encodeURIComponent(name)}/versions/${encodeURIComponent(version)}`
}

/** The API's document about all versions. */
export function apiVersionsPath(name: string): string {
  return `/v0.1/servers/${encodeURIComponent(name)}/versions`
}

/** A server's page as Markdown. */
export function markdownPath(name: string): string {
  return `/servers/${name}/index.md`
}

export function feedOfServer(name: string): string {
  return `/servers/${name}/feed.xml`
}

export function feedOfPublisher(namespace: string): string {
  return `/servers/${namespace}/feed.xml`
}

export function badgePath(name: string): string {
  return `/badge/${name}.svg`
}

/** The page that shows a server beside others, which are to be added there. */
export function comparePath(name: string): string {
  return `/compare/?s=${encodeURIComponent(name)}`
}
