import type { DraftServer } from './draft.ts'
import { runEach, runRules, type Path, type Problem, type Report } from './rule.ts'
import { ARGUMENT_TYPE, POSITIONAL_VALUE } from './rules/arguments.ts'
import { ICON_SIZES } from './rules/icons.ts'
import { MCPB_HASH, MCPB_URL, OCI_HOST, OCI_REFERENCE } from './rules/package-source.ts'
import { PACKAGE_FORBIDS, PACKAGE_REQUIRES, REGISTRY_BASE, REGISTRY_TYPE } from './rules/package-type.ts'
import { PUBLISHER_META_SIZE } from './rules/publisher-meta.ts'
import { REMOTE_URL_PATTERN } from './rules/remotes.ts'
import { EMPTY_REPOSITORY, PARTIAL_REPOSITORY } from './rules/repository.ts'
import { NAME_PATH, VERSION_PATH } from './rules/safe-paths.ts'
import { HIDDEN_CHARACTERS, NUL } from './rules/safe-text.ts'
import { CREDENTIALS, PRIVATE_HOST, UNSAFE_URL } from './rules/safe-urls.ts'
import { SECRETS } from './rules/secrets.ts'
import { TRANSPORT_URL_PATTERN } from './rules/transport.ts'
import { BASE_URL_FORM } from './rules/uri.ts'
import { VERSION_LENGTH } from './rules/version.ts'
import { eachArgument } from './semantics.ts'

/** What only the official JSON Schema asks (C01–C10), its database (H01–H03) and its size limit (E01). */
export function schemaOnlyProblems(server: DraftServer): Problem[] {
  const problems: Problem[] = []
  const report: Report = (problem) => problems.push(problem)
  const onServer = [VERSION_LENGTH, PARTIAL_REPOSITORY, EMPTY_REPOSITORY, PUBLISHER_META_SIZE]
  runRules(onServer, server, [], report)
  runEach([ICON_SIZES], server.icons, ['icons'], report)
  runEach([BASE_URL_FORM, TRANSPORT_URL_PATTERN], server.packages, ['packages'], report)
  eachPackageArgument(server, (argument, at) => {
    runRules([ARGUMENT_TYPE, POSITIONAL_VALUE], argument, at, report)
  })
  runEach([REMOTE_URL_PATTERN], server.remotes, ['remotes'], report)
  return problems
}

/** What the official checks of packages find without the network (F00, F01; ownership §7), in their order. */
export function packageProblems(server: DraftServer): Problem[] {
  const problems: Problem[] = []
  const rules = [
    REGISTRY_TYPE,
    MCPB_HASH,
    PACKAGE_REQUIRES,
    PACKAGE_FORBIDS,
    REGISTRY_BASE,
    OCI_REFERENCE,
    OCI_HOST,
    MCPB_URL,
  ]
  runEach(rules, server.packages, ['packages'], (problem) => problems.push(problem))
  return problems
}

/** Where we are stricter in what a value may be. */
export function stricterProblems(server: DraftServer): Problem[] {
  const problems: Problem[] = []
  runRules([VERSION_PATH, NAME_PATH, UNSAFE_URL], server, [], (problem) => problems.push(problem))
  return problems
}

/** Dangers that a value may hold besides anything else that is wrong with it. */
export function safetyProblems(server: DraftServer, { hidden }: { hidden: boolean }): Problem[] {
  const problems: Problem[] = []
  const report: Report = (problem) => problems.push(problem)
  if (hidden) runRules([NUL, HIDDEN_CHARACTERS], server, [], report)
  runRules([CREDENTIALS], server, [], report)
  runEach([PRIVATE_HOST], server.remotes, ['remotes'], report)
  return problems
}

/** Secrets that a publisher gives away; what another registry has published already is not ours to stop. */
export function secretProblems(server: DraftServer): Problem[] {
  const problems: Problem[] = []
  runRules([SECRETS], server, [], (problem) => problems.push(problem))
  return problems
}

function eachPackageArgument(server: DraftServer, visit: Parameters<typeof eachArgument>[2]): void {
  server.packages?.forEach((item, index) => {
    const at: Path = ['packages', index]
    if (item) eachArgument(item, at, visit)
  })
}
