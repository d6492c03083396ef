import type { Kind } from '../../kinds.ts'

/** Servers by the day they came. */
export const NEW_FEED = '/feed.xml'

/** Servers by their last change. */
export const UPDATED_FEED = '/feed/updated.xml'

/** New servers of one kind. */
export function feedOfKind(kind: Kind): string {
  return `/feed/type/${kind}.xml`
}
