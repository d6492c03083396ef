import { fieldsOf, readPublished, type Published } from '../../site/client/api/published.ts'
import { apiPath, apiVersionsPath } from '../../site/paths.ts'
import { askJson, type Asking } from './ask-json.ts'

const WITH_DELETED = '?include_deleted=true'

/** A version as the registry lists it, or the latest; `undefined` where it does not. */
export async function findVersion(
  name: string,
  version: string,
  world: Asking,
): Promise<Published | undefined> {
  const document = await askJson(apiPath(name, version).slice(1) + WITH_DELETED, world)
  const published = readPublished(document, name)
  return published && (version === 'latest' || published.server.version === version) ? published : undefined
}

/** All versions of a server, the newest first; none where it is not listed. */
export async function findVersions(name: string, world: Asking): Promise<Published[]> {
  const document = await askJson(apiVersionsPath(name).slice(1) + WITH_DELETED, world)
  const { servers } = fieldsOf(document)
  return (Array.isArray(servers) ? servers : [])
    .flatMap((each) => readPublished(each, name) ?? [])
    .sort((a, b) => b.publishedAt - a.publishedAt)
}
