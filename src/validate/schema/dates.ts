/** The dates of the published `server.json` schemas, oldest first. */
export const SCHEMA_DATES = [
  '2025-07-09',
  '2025-09-16',
  '2025-09-29',
  '2025-10-11',
  '2025-10-17',
  '2025-12-11',
] as const

export type SchemaDate = (typeof SCHEMA_DATES)[number]

export const CURRENT_SCHEMA_DATE: SchemaDate = '2025-12-11'

/** The `$schema` of a `server.json`. */
function schemaUrl(date: string): string {
  return `https://static.modelcontextprotocol.io/schemas/${date}/server.schema.json`
}

export const CURRENT_SCHEMA_URL = schemaUrl(CURRENT_SCHEMA_DATE)

/** The date that a `$schema` names, as the official registry reads it: anywhere in the text, on any host. */
export function schemaDateIn(url: string): string | undefined {
  return /\/schemas\/([A-Za-z0-9_~.-]+)\/server\.schema\.json/.exec(url)?.[1]
}

export function isSchemaDate(date: string | undefined): date is SchemaDate {
  return (SCHEMA_DATES as readonly (string | undefined)[]).includes(date)
}
