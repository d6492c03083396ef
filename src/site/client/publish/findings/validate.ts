import type { Finding } from '../../../../model/finding.ts'
import { validateServerJson } from '../../../../validate/server-json.ts'

/** What the registry's own validator finds in a text. A part of its own, because it is large. */
export function findingsIn(text: string): Finding[] {
  return validateServerJson(text).findings
}
