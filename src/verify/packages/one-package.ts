import type { Package } from '../../model/server-json.ts'
import { show } from '../../validate/text/show.ts'
import { Unreachable } from '../net/unreachable.ts'
import type { PackageCheck, PackageContext, PackageOutcome } from './package-check.ts'

/** Steps in a path, which would make an address mean something else than the package. */
const STEPS = /(?:^|\/)\.{1,2}(?:\/|$)/

/** Checks a package of the server `name`; a registry that cannot be reached is an outcome like any other. */
export async function onePackage(
  item: Package,
  name: string,
  check: PackageCheck,
  context: PackageContext,
): Promise<PackageOutcome | undefined> {
  const { registryType, identifier, version = '' } = item
  if (STEPS.test(identifier) || STEPS.test(version)) {
    return {
      status: 'fail',
      message: `No package can be called ${show(version ? `${identifier}@${version}` : identifier)}.`,
      fix: 'Write identifier and version as the package registry shows them.',
    }
  }
  try {
    return await check(item, name, context)
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    const message = `The ${show(registryType)} package ${show(identifier)} could not be checked: ${error.message}`
    return { status: 'error', message, fix: 'There is nothing to do: we try again.' }
  }
}
