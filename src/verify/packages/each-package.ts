import { placesIn } from '../../catalog/json-file.ts'
import type { Package } from '../../model/server-json.ts'
import { show } from '../../validate/text/show.ts'
import type { Change, Publication } from '../change/change.ts'
import { Unreachable } from '../net/unreachable.ts'
import type { Outcome } from '../rule.ts'
import { inTurns } from './in-turns.ts'
import type { PackageContext, PackageCheck, PackageOutcome } from './package-check.ts'

const AT_A_TIME = 4

/** Steps in a path, which would make an address mean something else than the package. */
const STEPS = /(?:^|\/)\.{1,2}(?:\/|$)/

/** Checks every package of a type in every publication; one that cannot be reached does not hide what others say. */
export async function eachPackage(
  registryType: string,
  check: PackageCheck,
  { publications }: Change,
  context: PackageContext,
): Promise<Outcome[]> {
  const found = publications.flatMap((publication) => packagesOf(publication, registryType))
  const outcomes = await inTurns(found, AT_A_TIME, async ({ publication, item, index }) => {
    const outcome = await outcomeOf(item, publication, check, context)
    if (!outcome) return []
    const { file } = publication
    const { line } = placesIn(file.bytes.toString('utf8'))(['packages', index, 'identifier'])
    return [{ ...outcome, path: file.path, line }]
  })
  return outcomes.flat()
}

function packagesOf(publication: Publication, registryType: string) {
  return (publication.validation.document?.packages ?? [])
    .map((item, index) => ({ publication, item, index }))
    .filter(({ item }) => item.registryType === registryType)
}

async function outcomeOf(
  item: Package,
  { name, validation }: Publication,
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
    const outcome = await check(item, name, context)
    // The rules about the document say what is missing; where they do not, nobody would.
    if (outcome || !validation.valid) return outcome
    const message = `The ${show(registryType)} package ${show(identifier)} was not checked, because of a fault of ours.`
    return { status: 'error', message }
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    const message = `The ${show(registryType)} package ${show(identifier)} could not be checked: ${error.message}`
    return { status: 'error', message, fix: 'There is nothing to do: we try again.' }
  }
}
