import { raisedFields } from '../../../../model/raised-package.ts'
import { isObject, textAt } from './place.ts'

/**
 * A published document as the next version of it: the last number of the version is raised, and so it is in the
 * packages that have the same version and in the tags of images. Where a version does not end in a number that can be
 * raised, it is left out, so that it is asked for.
 */
export function raiseVersion(document: object): object {
  const before = textAt(document, '/version')
  const after = nextVersion(before)
  const { packages } = document as { packages?: unknown }
  return {
    ...document,
    version: after,
    ...(Array.isArray(packages) &&
      after && {
        packages: packages.map((item) =>
          isObject(item) ? { ...item, ...raisedFields(item, before, after) } : item,
        ),
      }),
  }
}

/** `1.4.0` → `1.4.1`; what comes after a `-` or `+` belongs to the old version. */
function nextVersion(version: string): string | undefined {
  const [, start, last] = /^((?:\d+\.)*)(\d{1,15})(?:[-+].*)?$/.exec(version) ?? []
  return last === undefined ? undefined : `${start}${Number(last) + 1}`
}
