import { PUBLISHER_META, type ServerJson } from '../../../model/server-json.ts'
import { fieldsOf } from '../api/published.ts'

/**
 * The licence, where the publisher states it in the metadata of the entry; `server.json` has no field for it. These are
 * the places where real entries have it: `license`, `license.spdxId` and `github.license`.
 */
export function licenceOf({ _meta }: ServerJson): string[] {
  const { license, github } = fieldsOf(_meta?.[PUBLISHER_META])
  const found = [license, fieldsOf(license).spdxId, fieldsOf(github).license]
  return found.filter((value) => typeof value === 'string').slice(0, 1)
}
