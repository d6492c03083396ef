import { withoutPaths, type DraftServer } from './draft.ts'
import {
  packageProblems,
  safetyProblems,
  schemaOnlyProblems,
  secretProblems,
  stricterProblems,
} from './further.ts'
import type { Problem } from './rule.ts'
import { clientWarnings } from './rules/clients.ts'
import { OUTDATED_SCHEMA } from './rules/schema.ts'
import { AGAINST_SCHEMA } from './rules/structure.ts'
import { schemaErrors } from './schema/compile.ts'
import { CURRENT_SCHEMA_DATE, isSchemaDate, schemaDateIn } from './schema/dates.ts'
import { schemaProblems, semanticProblems } from './semantics.ts'
import { Survivors } from './survivors.ts'
import { structureProblems } from './structure/problems.ts'
import { SERVER_SHAPE } from './structure/server-shape.ts'
import { isRecord, violationsOf, type Violation } from './structure/violations.ts'
import { show } from './text/show.ts'

/** `new`: by the current rules and ours. `mirrored`: by what the official registry has accepted over time. */
export type Profile = 'new' | 'mirrored'

export interface JudgeOptions {
  profile: Profile
  /** Whether the text of the file holds anything for the rules about hidden characters. */
  hidden: boolean
  /** Whether a document may follow an older schema, which is then asked too. */
  older?: boolean
}

/** Everything that is wrong with a parsed document: one problem for each cause, in no particular order. */
export function judge(document: unknown, { profile, hidden, older = false }: JudgeOptions): Problem[] {
  const violations = violationsOf(SERVER_SHAPE, document)
  const draft = draftOf(document, violations)
  const { hard, soft, absent } = structureProblems(violations)
  const kept = new Survivors(absent, hard)
  kept.add(schemaProblems(draft))
  kept.add(semanticProblems(draft))
  kept.add(soft)
  kept.add(schemaOnlyProblems(draft))
  kept.add(packageProblems(draft))
  if (profile === 'new') kept.add(stricterProblems(draft))
  kept.addBeside(safetyProblems(draft, { hidden }))
  if (profile === 'new') {
    const isSound = kept.problems.every(({ rule }) => older && rule === OUTDATED_SCHEMA)
    if (isSound) kept.add(schemaNet(document))
    kept.addBeside(secretProblems(draft))
    kept.addBeside(clientWarnings(draft))
  }
  return kept.problems
}

/** The document without the values that have a wrong type. */
export function draftOf(document: unknown, violations: readonly Violation[]): DraftServer {
  const mistyped = violations.filter(({ kind }) => kind === 'type')
  return withoutPaths(
    document,
    mistyped.map(({ path }) => path),
  )
}

/**
 * Asks the JSON Schema that the document names. The rules cover all of the current one, so what is found here is a
 * peculiarity of an older one.
 */
function schemaNet(document: unknown): Problem[] {
  const named = isRecord(document) ? schemaDateIn(String(document.$schema)) : undefined
  const date = isSchemaDate(named) ? named : CURRENT_SCHEMA_DATE
  return schemaErrors(date, document).map(({ instancePath, message = 'does not fit' }) => ({
    rule: AGAINST_SCHEMA,
    path: instancePath.split('/').slice(1).map(toStep),
    message: `The JSON Schema of ${date} says of ${show(instancePath || 'the document')}: ${message}.`,
  }))
}

function toStep(segment: string): string | number {
  return /^[0-9]+$/.test(segment) ? Number(segment) : segment.replaceAll('~1', '/').replaceAll('~0', '~')
}
