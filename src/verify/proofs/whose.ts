import type { Context } from '../context.ts'
import { kindOf } from './namespace-kind.ts'
import { isAssigned } from './policy.ts'

/**
 * Why nobody can own a namespace, as a sentence; `undefined` where somebody can, be it because the operator or a
 * maintainer said so.
 *
 * @throws RegistryError R114 where owner.json cannot be read
 */
export async function whyNobodys(
  namespace: string,
  { policy, ownerOf }: Pick<Context, 'policy' | 'ownerOf'>,
): Promise<string | undefined> {
  const kind = kindOf(namespace)
  if (kind.kind !== 'nobody' || isAssigned(namespace, policy)) return undefined
  return (await ownerOf(namespace))?.proof === 'maintainer' ? undefined : kind.reason
}
