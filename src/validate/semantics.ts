import type { DraftArgument, DraftPackage, DraftServer } from './draft.ts'
import { runEach, runRules, type Path, type Problem, type Report } from './rule.ts'
import { ARGUMENT_RULES } from './rules/arguments.ts'
import { ICON_SOURCE } from './rules/icons.ts'
import { NAME } from './rules/name.ts'
import { IDENTIFIER_SPACES } from './rules/package-identifier.ts'
import { REMOTE_RULES } from './rules/remotes.ts'
import { REPOSITORY, SUBFOLDER } from './rules/repository.ts'
import { SCHEMA_RULES } from './rules/schema.ts'
import { BLANK_TITLE } from './rules/title.ts'
import { STDIO_URL, TRANSPORT_TYPE, TRANSPORT_URL, TRANSPORT_URL_MISSING } from './rules/transport.ts'
import { LATEST, LATEST_PACKAGE, RANGE } from './rules/version.ts'
import { WEBSITE } from './rules/website.ts'

const SERVER_RULES = [NAME, LATEST, RANGE, REPOSITORY, SUBFOLDER, WEBSITE, BLANK_TITLE]
const PACKAGE_RULES = [IDENTIFIER_SPACES, LATEST_PACKAGE, RANGE]
const TRANSPORT_RULES = [TRANSPORT_TYPE, STDIO_URL, TRANSPORT_URL_MISSING, TRANSPORT_URL]

/** What the official registry finds in `$schema` (B01–B04). */
export function schemaProblems(server: DraftServer): Problem[] {
  const problems: Problem[] = []
  runRules(SCHEMA_RULES, server, [], (problem) => problems.push(problem))
  return problems
}

/** What the official registry finds in the meaning of a document (D01–D33), in its order. */
export function semanticProblems(server: DraftServer): Problem[] {
  const problems: Problem[] = []
  const report: Report = (problem) => problems.push(problem)
  runRules(SERVER_RULES, server, [], report)
  runEach([ICON_SOURCE], server.icons, ['icons'], report)
  server.packages?.forEach((item, index) => {
    if (item) checkPackage(item, ['packages', index], report)
  })
  runEach(REMOTE_RULES, server.remotes, ['remotes'], report)
  return problems
}

function checkPackage(item: DraftPackage, at: Path, report: Report): void {
  runRules(PACKAGE_RULES, item, at, report)
  eachArgument(item, at, (argument, path) => runRules(ARGUMENT_RULES, argument, path, report))
  runRules(TRANSPORT_RULES, item, at, report)
}

/** Visits the arguments of a package in the official order: those of the runtime first. */
export function eachArgument(
  item: DraftPackage,
  at: Path,
  visit: (argument: DraftArgument, at: Path) => void,
): void {
  for (const key of ['runtimeArguments', 'packageArguments'] as const) {
    item[key]?.forEach((argument, index) => argument && visit(argument, [...at, key, index]))
  }
}
