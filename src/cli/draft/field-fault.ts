import type { ServerJson } from '../../model/server-json.ts'
import { CURRENT_SCHEMA_URL } from '../../validate/schema/dates.ts'
import { validateServerJson } from '../../validate/server-json.ts'

/** A server.json that nothing is wrong with, for looking at one field of another. */
const SOUND: ServerJson = {
  $schema: CURRENT_SCHEMA_URL,
  name: 'io.github.acme/weather',
  description: 'Weather reports',
  version: '1.0.0',
  remotes: [{ type: 'streamable-http', url: 'https://weather.example.com/mcp' }],
}

/** What the validator has against a value of a field, in its words; `undefined` where nothing. */
export function fieldFault(field: 'name' | 'description' | 'version', value: string): string | undefined {
  if (value === '') return 'This one is needed.'
  const { findings } = validateServerJson(JSON.stringify({ ...SOUND, [field]: value }))
  const fault = findings.find(({ severity, pointer }) => severity === 'error' && pointer === `/${field}`)
  return fault && [fault.message, fault.fix].filter(Boolean).join(' ')
}
