import { DEFAULT_POLICY } from '../../catalog/policy.ts'
import type { Finding } from '../../model/finding.ts'
import type { ServerJson } from '../../model/server-json.ts'
import { locatorFor } from '../../validate/text/locate.ts'
import { positionsIn } from '../../validate/text/positions.ts'
import { checkCargo } from '../../verify/packages/cargo.ts'
import { checkMcpb } from '../../verify/packages/mcpb.ts'
import { checkNpm } from '../../verify/packages/npm.ts'
import { checkNuget } from '../../verify/packages/nuget.ts'
import { checkOci } from '../../verify/packages/oci.ts'
import { onePackage } from '../../verify/packages/one-package.ts'
import type { PackageCheck } from '../../verify/packages/package-check.ts'
import { checkPypi } from '../../verify/packages/pypi.ts'
import type { World } from '../world.ts'
import { fetchWeb } from './fetch-web.ts'

/** The checks of the gate by the type of a package, with the codes of their rules. */
const CHECKS: Record<string, { code: string; check: PackageCheck }> = {
  npm: { code: 'R401', check: checkNpm },
  pypi: { code: 'R402', check: checkPypi },
  nuget: { code: 'R403', check: checkNuget },
  oci: { code: 'R404', check: checkOci },
  mcpb: { code: 'R405', check: checkMcpb },
  cargo: { code: 'R406', check: checkCargo },
}

/** What came of looking at one package. */
export interface PackageReport {
  /** Such as `npm @acme/weather`. */
  label: string
  /** What is fine about it; absent where `finding` says what is not. */
  passed?: string
  finding?: Finding
}

/**
 * Looks whether the packages exist and name the server, as the gate does. What only a wait or a maintainer can mend is a
 * warning here.
 *
 * @param text the server.json that `document` was read from, for lines and columns
 */
export async function checkPackages(
  { name, packages = [] }: ServerJson,
  text: string,
  { target, fetch, sleep }: Pick<World, 'target' | 'fetch' | 'sleep'>,
): Promise<PackageReport[]> {
  const policy = { ...DEFAULT_POLICY, packages: { npm: target.npmRegistry } }
  const context = { policy, sleep, web: fetchWeb(fetch, sleep) }
  const locate = locatorFor(text)
  const positionOf = positionsIn(text)
  const reports = packages.map(async (item, index): Promise<PackageReport[]> => {
    const rule = Object.hasOwn(CHECKS, item.registryType) ? CHECKS[item.registryType] : undefined
    const outcome = rule && (await onePackage(item, name, rule.check, context))
    if (!outcome) return []
    const label = `${item.registryType} ${item.identifier}`
    const { status, message, fix } = outcome
    if (status === 'pass') return [{ label, passed: message }]
    const finding: Finding = {
      code: rule.code,
      severity: status === 'fail' ? 'error' : 'warning',
      pointer: `/packages/${index}`,
      ...positionOf(locate(['packages', index, 'identifier'])),
      message,
      ...(fix && status !== 'error' && { fix: fix.replace('comment `/recheck`', 'run this again') }),
    }
    return [{ label, finding }]
  })
  return (await Promise.all(reports)).flat()
}
