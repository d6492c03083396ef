import { OFFICIAL_META, type ServerJson } from '../../model/server-json.ts'
import type { Status } from '../../model/status.ts'
import { CURRENT_SCHEMA_URL } from '../../validate/schema/dates.ts'

export const WEATHER: ServerJson = {
  $schema: CURRENT_SCHEMA_URL,
  name: 'io.github.acme/weather',
  description: 'Weather, alerts and radar for any place on Earth',
  version: '1.4.0',
  packages: [
    {
      registryType: 'npm',
      identifier: '@acme/weather-mcp',
      version: '1.4.0',
      transport: { type: 'stdio' },
      environmentVariables: [
        { name: 'ACME_TOKEN', description: 'From acme.com', isRequired: true, isSecret: true },
      ],
    },
  ],
}

/** A version as the API tells of it. */
export function listed(server: ServerJson, status: Status = 'active', statusMessage?: string): object {
  const at = '2026-11-02T10:00:00.000000Z'
  const official = { status, statusChangedAt: at, publishedAt: at, updatedAt: at, isLatest: true }
  return { server, _meta: { [OFFICIAL_META]: { ...official, ...(statusMessage && { statusMessage }) } } }
}
