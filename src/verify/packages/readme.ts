import { show } from '../../validate/text/show.ts'
import type { Evidence } from '../verdict.ts'
import { firstNameIn, markerFor, saysName } from './mcp-name.ts'
import type { PackageOutcome } from './package-check.ts'

/**
 * Judges the README of a package.
 *
 * @param label registry and package, for messages
 * @param where how the line may stand there, as the end of a sentence
 */
export function judgeReadme(
  readme: string,
  name: string,
  label: string,
  where: string,
  evidence: readonly Evidence[] = [],
): PackageOutcome {
  if (saysName(readme, name)) {
    const message = `The README of ${label} names ${show(name)}.`
    return { status: 'pass', message, ...(evidence.length > 0 && { evidence: [...evidence] }) }
  }
  return {
    status: 'fail',
    message: `The README of ${label} does not say \`${markerFor(name)}\`.${instead(readme, name)}`,
    fix: `Add the line \`${markerFor(name)}\` to the README ${where}, publish a new version, and name that version here.`,
  }
}

function instead(readme: string, name: string): string {
  const other = firstNameIn(readme)
  if (other === undefined) return ''
  if (other === name) return ' It has the name, but not after `mcp-name:` and exactly one space.'
  if (other.toLowerCase() === name.toLowerCase())
    return ` It says ${show(other)}: upper and lower case differ.`
  return ` It names ${show(other)} instead.`
}
