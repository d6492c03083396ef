import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { parse } from 'yaml'
import { sharedText } from './validation-corpus.ts'

interface UpstreamDocument {
  $id: string
  components: {
    schemas: {
      ServerResponse: { properties: { _meta: { properties: Record<string, { properties: object }> } } }
    }
  }
}

const OFFICIAL = 'io.modelcontextprotocol.registry/official'

/** What the upstream OpenAPI document says against an entry; Kaiden asks it about every one. */
function upstreamSchemaFaults(): (entry: unknown) => string[] {
  const document = parse(sharedText('openapi-upstream.yaml.gz')) as UpstreamDocument
  // The official server always sends `statusChangedAt`, which its own document forgot.
  const { properties } = document.components.schemas.ServerResponse.properties._meta.properties[OFFICIAL]!
  Object.assign(properties, { statusChangedAt: { type: 'string', format: 'date-time' } })
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addSchema(document)
  const validate = ajv.compile({ $ref: `${document.$id}#/components/schemas/ServerResponse` })
  return (entry) =>
    validate(entry) ? [] : validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** The same, without what the official registry's own record of the version has against it already. */
export function newSchemaFaults(records: readonly { server: object }[]): (entry: unknown) => string[] {
  const faultsOf = upstreamSchemaFaults()
  const inherited = new Map<string, string[]>()
  for (const { server } of records) {
    const key = keyOf({ server })
    inherited.set(key, [...(inherited.get(key) ?? []), ...faultsOf({ server })])
  }
  return (entry) => {
    const known = inherited.get(keyOf(entry as { server: object })) ?? []
    return faultsOf(entry).filter((fault) => !known.includes(fault))
  }
}

function keyOf({ server }: { server: object }): string {
  const { name, version } = server as { name?: unknown; version?: unknown }
  return `${String(name)}@${String(version)}`
}
