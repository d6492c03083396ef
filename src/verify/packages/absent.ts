import { compareVersions } from '../../model/version.ts'
import { show } from '../../validate/text/show.ts'
import type { PackageOutcome } from './package-check.ts'

const SHOWN = 5

/** Whether a registry keeps something from us that it may have. */
export function isHidden(status: number): boolean {
  return status === 401 || status === 403
}

export function hiddenPackage(registry: string, label: string, status: number): PackageOutcome {
  return {
    status: 'fail',
    message: `${registry} does not show ${show(label)} to everybody (it answered ${status}).`,
    fix: 'Make the package public. If there is no such package yet, publish it first.',
  }
}

export function noPackage(registry: string, identifier: string): PackageOutcome {
  return {
    status: 'fail',
    message: `${registry} has no package ${show(identifier)}.`,
    fix: 'Publish the package first, or correct its identifier. If it was published minutes ago, comment `/recheck`.',
  }
}

/** @param has the versions that the registry has, oldest first as far as it says so */
export function noVersion(
  registry: string,
  identifier: string,
  version: string,
  has: readonly string[],
): PackageOutcome {
  return {
    status: 'fail',
    message: `${registry} has ${show(identifier)}, but not its version ${show(version)}. ${newest(has)}`,
    fix: 'Publish that version, or name one that exists. If it was published minutes ago, comment `/recheck`.',
  }
}

/** The newest few versions that exist, as a sentence. */
export function newest(versions: readonly string[]): string {
  if (versions.length === 0) return 'It has no other one.'
  const sorted = versions
    .map((version, publishedAt) => ({ version, publishedAt }))
    .sort((a, b) => compareVersions(b, a))
    .map(({ version }) => show(version))
  const more = sorted.length > SHOWN ? ' and older ones' : ''
  return `It has ${sorted.slice(0, SHOWN).join(', ')}${more}.`
}
