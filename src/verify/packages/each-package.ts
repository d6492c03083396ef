import { placesIn } from '../../catalog/json-file.ts'
import type { Package } from '../../model/server-json.ts'
import { show } from '../../validate/text/show.ts'
import type { Change, Publication } from '../change/change.ts'
import type { Outcome } from '../rule.ts'
import { inTurns } from './in-turns.ts'
import { onePackage } from './one-package.ts'
import type { PackageContext, PackageCheck, PackageOutcome } from './package-check.ts'

const AT_A_TIME = 4

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
  const outcome = await onePackage(item, name, check, context)
  // The rules about the document say what is missing; where they do not, nobody would.
  if (outcome || !validation.valid) return outcome
  const { registryType, identifier } = item
  const message = `The ${show(registryType)} package ${show(identifier)} was not checked, because of a fault of ours.`
  return { status: 'error', message }
}
