import { CURRENT_SCHEMA_URL } from '../../schema/dates.ts'

export type Json = Record<string, unknown>

export const UNVERSIONED = {
  registryType: 'npm',
  identifier: 'weather-mcp',
  transport: { type: 'stdio' },
}
export const PACKAGE = { ...UNVERSIONED, version: '1.0.0' }
export const REMOTE = { type: 'streamable-http', url: 'https://weather.example.com/mcp' }
export const BASE = {
  $schema: CURRENT_SCHEMA_URL,
  name: 'io.github.alice/weather',
  description: 'Weather reports',
  version: '1.0.0',
  packages: [PACKAGE],
}
export const META = 'io.modelcontextprotocol.registry/publisher-provided'
export const HASH = 'a'.repeat(64)
const RELEASE = 'https://github.com/alice/weather-mcp/releases/download/v1.0.0/weather.mcpb'

export const server = (changes: Json): Json => ({ ...BASE, ...changes })
export const pack = (changes: Json): Json => server({ packages: [{ ...PACKAGE, ...changes }] })
export const remote = (changes: Json): Json => server({ remotes: [{ ...REMOTE, ...changes }] })
export const icon = (changes: Json): Json =>
  server({ icons: [{ src: 'https://example.com/icon.png', ...changes }] })
export const argument = (changes: Json): Json => pack({ packageArguments: [changes] })
export const env = (changes: Json): Json =>
  pack({ environmentVariables: [{ name: 'KEY', description: 'A key', ...changes }] })
export const oci = (changes: Json): Json => {
  return server({
    packages: [
      { ...UNVERSIONED, registryType: 'oci', identifier: 'ghcr.io/alice/weather:1.0.0', ...changes },
    ],
  })
}
export const mcpb = (changes: Json): Json => {
  return server({
    packages: [{ ...UNVERSIONED, registryType: 'mcpb', identifier: RELEASE, fileSha256: HASH, ...changes }],
  })
}

/** By code: documents that break the rule, and documents close by that do not. */
export type Cases = Record<string, { breaks: Json[]; keeps: Json[] }>
