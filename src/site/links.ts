/** Where things are on the site. Paths start with `/` and know nothing of the place the site is served from. */

import { namespaceOf } from '../model/server-name.ts'
import { rulesAddress } from '../verify/docs-address.ts'
import { registry } from './shared-registry.ts'

export {
  apiFilePath,
  apiPath,
  apiVersionsPath,
  comparePath,
  publishPath,
  PULL_STATUS_PATH,
  serverPath,
  versionPath,
  versionsPath,
} from './paths.ts'

/** A path of the site as a link that works under any base, such as `/registry/`. */
export function href(path: string): string {
  return registry().config.base + path.slice(1)
}

/** A path of the site as a full address, for machines. */
export function absolute(path: string): string {
  return registry().config.url + path.slice(1)
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

/** How the registry knows what it says about servers. */
export const TRUST_PATH = '/about/trust/'

/** The text about one kind of proof. */
export function proofPath(kind: string): string {
  return `${TRUST_PATH}#${kind}`
}

/** What the routes of a server's pages are told of it: the two halves of its name. */
export function serverParams(name: string): { namespace: string; name: string } {
  const namespace = namespaceOf(name)
  return { namespace, name: name.slice(namespace.length + 1) }
}
