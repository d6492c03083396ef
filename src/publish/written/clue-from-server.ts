import type { ServerJson } from '../../model/server-json.ts'
import { CURRENT_SCHEMA_DATE, schemaDateIn } from '../../validate/schema/dates.ts'
import { isRecord } from '../../validate/structure/violations.ts'
import type { Clue } from '../clue.ts'
import { plainText } from '../plain-text.ts'
import { inCamelCase } from './camel-case.ts'
import { withoutPlaceholders } from './placeholders.ts'
import { readable } from './readable.ts'

/** What a `server.json` says that somebody wrote, of any age and in any state. */
export function clueFromServer(document: Record<string, unknown>, source: string): Clue {
  const { server: read, leftOut } = readable(inCamelCase(document))
  const { server, found } = withoutPlaceholders(read)
  const warnings = leftOut.map(
    (place) => `\`${plainText(place)}\` is not what belongs there, and was left out.`,
  )
  if (found.length > 0) {
    const shown = found.map((text) => `\`${plainText(text)}\``).join(', ')
    warnings.unshift(`Still has what a template put there, which was left out: ${shown}.`)
  }
  const date = schemaDateIn(read.$schema ?? '')
  if (date !== undefined && date !== CURRENT_SCHEMA_DATE) {
    warnings.push(`Written for the schema of ${plainText(date)}, and brought up to ${CURRENT_SCHEMA_DATE}.`)
  }
  return {
    source,
    says: found.length > 0 && !server.name ? 'a template that nobody has filled in' : saysOf(server),
    server,
    ...(found.length === 0 && { isWhole: true }),
    warnings,
  }
}

function saysOf({ name, version }: Partial<ServerJson>): string {
  if (name === undefined) return 'a server without a name'
  return plainText(version === undefined ? name : `${name} ${version}`)
}

/** Some publishers' files wrap the document as the API does. */
export function unwrapped(value: Record<string, unknown>): Record<string, unknown> {
  return isRecord(value.server) && value.name === undefined ? value.server : value
}
