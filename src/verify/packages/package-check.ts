import type { Package } from '../../model/server-json.ts'
import type { Context } from '../context.ts'
import type { Outcome } from '../rule.ts'

/** What a check may use. */
export type PackageContext = Pick<Context, 'web' | 'policy' | 'sleep'>

/** What is known about one package; where it stands in the file is added later. */
export type PackageOutcome = Omit<Outcome, 'path' | 'line'>

/**
 * Looks whether one package exists and says that it belongs to the server `name`. Gives `undefined` where the package is
 * described in a way that cannot be looked up, which is an error in the document.
 *
 * @throws Unreachable where its registry does not answer
 */
export type PackageCheck = (
  item: Package,
  name: string,
  context: PackageContext,
) => Promise<PackageOutcome | undefined>
