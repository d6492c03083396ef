import { isDeepStrictEqual } from 'node:util'

/** A rule for branches, in a ruleset file and in GitHub's answers alike. */
export interface BranchRule {
  type: string
  parameters?: Record<string, unknown>
}

/**
 * Where the rules that hold for a branch are weaker than, or other than, the ones in a file. More rules than in the file
 * are fine, and so are further parameters that GitHub adds. Rules of one type from several rulesets all hold, so one that
 * fits is enough.
 */
export function rulesetDrift(wanted: readonly BranchRule[], live: readonly BranchRule[]): string[] {
  return wanted.flatMap(({ type, parameters = {} }) => {
    const candidates = live.filter((rule) => rule.type === type)
    if (candidates.length === 0) return [`The rule \`${type}\` is missing.`]
    const differences = candidates.map((rule) => differing(parameters, rule.parameters ?? {}))
    if (differences.some((keys) => keys.length === 0)) return []
    const seen = candidates[0]!.parameters ?? {}
    return differences[0]!.map(
      (key) =>
        `\`${type}\`: \`${key}\` is \`${JSON.stringify(seen[key])}\`, not \`${JSON.stringify(parameters[key])}\`.`,
    )
  })
}

function differing(wanted: Record<string, unknown>, live: Record<string, unknown>): string[] {
  return Object.keys(wanted).filter((key) => !isDeepStrictEqual(wanted[key], live[key]))
}
