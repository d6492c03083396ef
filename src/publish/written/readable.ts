import { PUBLISHER_META, type Package, type ServerJson, type Transport } from '../../model/server-json.ts'
import { compileShape } from '../../validate/structure/fits.ts'
import { free, list, map, object, text } from '../../validate/structure/shape.ts'
import { isRecord } from '../../validate/structure/violations.ts'

const INPUT = object({ name: text(), type: text(), value: text(), description: text(), variables: map(free) })
const TRANSPORT = object({ type: text(), url: text(), headers: list(INPUT), variables: map(free) })
const PACKAGE = object({
  registryType: text(),
  identifier: text(),
  version: text(),
  transport: TRANSPORT,
  runtimeArguments: list(INPUT),
  packageArguments: list(INPUT),
  environmentVariables: list(INPUT),
})

const isPackage = compileShape(PACKAGE)
const isRemote = compileShape(TRANSPORT)
const isRepository = compileShape(object({ url: text(), source: text(), id: text(), subfolder: text() }))
const isIcon = compileShape(object({ src: text() }, ['src']))

const TEXTS = ['$schema', 'name', 'description', 'title', 'version', 'websiteUrl'] as const
const STDIO: Transport = { type: 'stdio' }

/**
 * The parts of a document that have the types of a `server.json`, so that the rest of the code can rely on them; what
 * they mean is for the validator to judge. Fields that no schema knows stay, for it to speak about.
 */
export function readable(document: Record<string, unknown>): {
  server: Partial<ServerJson>
  leftOut: string[]
} {
  const leftOut: string[] = []
  const keep = (place: string, fits: boolean): boolean => {
    if (!fits) leftOut.push(place)
    return fits
  }
  const items = (field: string, value: unknown, fits: (item: unknown) => boolean): unknown[] => {
    if (!keep(field, Array.isArray(value))) return []
    return (value as unknown[]).filter((item, index) => keep(`${field}[${index}]`, fits(item)))
  }
  const fields = Object.entries(document).flatMap(([key, value]): [string, unknown][] => {
    if (value === null) return []
    if (key === 'packages') return [[key, items(key, value, isPackage).map(withTransport)]]
    if (key === 'remotes') return [[key, items(key, value, isRemote)]]
    if (key === 'icons') return [[key, items(key, value, isIcon)]]
    if (key === '_meta') return publisherMeta(value)
    const fits = key === 'repository' ? isRepository(value) : !isText(key) || typeof value === 'string'
    if (!keep(key, fits && key !== '__proto__') || isEmpty(value)) return []
    return [[key, value]]
  })
  return { server: Object.fromEntries(fields), leftOut }
}

function isText(key: string): boolean {
  return (TEXTS as readonly string[]).includes(key)
}

/** Also an empty repository, by which old answers of the official registry mean none. */
function isEmpty(value: unknown): boolean {
  return value === '' || (isRecord(value) && Object.keys(value).length === 0)
}

/** Files of 2025 may leave it out; what was meant is the only one there was. */
function withTransport(item: unknown): Package {
  const { transport, ...rest } = item as Package
  return { ...rest, transport: transport ?? STDIO }
}

/** The registry's own facts come along with what is copied from one. */
function publisherMeta(meta: unknown): [string, unknown][] {
  const provided = isRecord(meta) ? meta[PUBLISHER_META] : undefined
  return isRecord(provided) ? [['_meta', { [PUBLISHER_META]: provided }]] : []
}
