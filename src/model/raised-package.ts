import type { Package } from './server-json.ts'

/** The end of an image's reference that names a version: its tag, with or without a `v`. */
const TAG = /^(.*:v?)([^/:]+)$/s

/**
 * What changes in a package of a server that goes from one version to another: a package that had the version of its
 * server gets the new one, an image in its tag. Nothing where it has a version of its own.
 *
 * @param item of a server.json that may not be valid
 */
export function raisedFields(
  { registryType, identifier, version }: { [Field in keyof Package]?: unknown },
  from: string,
  to: string,
): { version?: string; identifier?: string } {
  if (version !== undefined) return version === from ? { version: to } : {}
  if (registryType !== 'oci' || typeof identifier !== 'string') return {}
  const [, image, tag] = TAG.exec(identifier) ?? []
  return image !== undefined && tag === from ? { identifier: `${image}${to}` } : {}
}
