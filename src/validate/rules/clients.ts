import type { DraftServer } from '../draft.ts'
import { runEach, runRules, type Path, type Problem, type Report } from '../rule.ts'
import { W1, W10, W2, W4, W5, W8, W9 } from './clients-packages.ts'
import { W12, W14, W15, W6, W7 } from './clients-server.ts'

/**
 * Warnings about clients that cannot use all of an entry (install-links, lints W1–W16). W3, W13 and W16 are errors
 * here: R282, R241 and R210. W11 depends on the other entries: see `flattenedTwins`.
 */
export const CLIENT_RULES = [W1, W2, W4, W5, W6, W7, W8, W9, W10, W12, W14, W15]

export function clientWarnings(server: DraftServer): Problem[] {
  const problems: Problem[] = []
  const report: Report = (problem) => problems.push(problem)
  const { packages = [], remotes = [] } = server
  runEach([W1, W2, W4], packages, ['packages'], report)
  packages.forEach((item, index) => {
    runEach([W5], item?.environmentVariables, ['packages', index, 'environmentVariables'], report)
    headersOf(item?.transport, ['packages', index, 'transport'], report)
  })
  runEach([W6], remotes, ['remotes'], report)
  remotes.forEach((remote, index) => headersOf(remote, ['remotes', index], report))
  const known = packages.filter((item) => item !== undefined)
  if (remotes.length === 0) runRules([W8, W10], known, ['packages'], report)
  runRules([W9], known, ['packages'], report)
  runRules([W7, W12, W14, W15], server, [], report)
  return problems
}

function headersOf(
  transport: { headers?: DraftHeaders | undefined } | undefined,
  at: Path,
  report: Report,
): void {
  runEach([W5], transport?.headers, [...at, 'headers'], report)
}

type DraftHeaders = NonNullable<NonNullable<DraftServer['remotes']>[number]>['headers']
