import { canonicalServerJson } from '../model/canonical.ts'
import { OFFICIAL_META, type ServerJson } from '../model/server-json.ts'
import { isServerJson } from '../validate/accepts.ts'
import { validateServerJson } from '../validate/server-json.ts'
import { readOfficial, type Official } from './official.ts'
import { placeFault } from './place.ts'

/** A version as a source describes it, in the form in which the tree keeps it. */
interface MirrorRecord {
  name: string
  version: string
  /** The bytes of server.json. */
  text: string
  server: ServerJson
  /** Absent where the source does not keep official metadata. */
  official?: Official
}

/** A record that has no place in this registry, and why. */
export interface RefusedRecord {
  /** Empty where the record does not even have one. */
  name: string
  version: string
  code: string
  reason: string
  /** A version that is mirrored already keeps its document, and still follows the source's status. */
  official?: Official
}

export type RecordReading = { record: MirrorRecord } | { refused: RefusedRecord }

/**
 * Reads one record of a source: `{ "server": …, "_meta": … }`, or a bare server.json. Everything about it is
 * untrusted. What `isKnown` says the tree holds already, to the byte, is not judged again.
 */
export function readRecord(
  value: unknown,
  isKnown: (name: string, version: string, text: string) => boolean = () => false,
): RecordReading {
  const document = isObject(value) && isObject(value.server) ? value.server : value
  if (!isObject(document)) return refuse({}, 'R611', 'The record is not an object.')
  const meta = isObject(value) && value !== document && isObject(value._meta) ? value._meta : {}
  const reading = readOfficial(meta[OFFICIAL_META])
  if (typeof reading === 'string') return refuse(document, 'R611', reading)
  const official = reading && { official: reading }

  const text = canonicalText(document)
  if (text === undefined) return { refused: { ...refusalOf(document), ...official } }
  const server = JSON.parse(text) as ServerJson
  const { name, version } = server
  if (!isKnown(name, version, text)) {
    const error = firstError(text) ?? withoutPlace(name, version)
    if (error) return { refused: { name, version, ...error, ...official } }
  }
  return { record: { name, version, text, server, ...official } }
}

/**
 * The bytes of a mirrored server.json: the document as the official API gives it back. That form is a fixed point, so
 * that a mirror of a mirror holds the same files. `undefined` where the document does not have a server's structure.
 */
function canonicalText(document: unknown): string | undefined {
  try {
    if (!isServerJson(document)) return undefined
    return `${JSON.stringify(canonicalServerJson(document), null, 2)}\n`
  } catch (error) {
    // Publisher-provided metadata may be nested without end.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function refusalOf(document: Record<string, unknown>): RefusedRecord {
  let error: { code: string; reason: string } | undefined
  try {
    error = firstError(JSON.stringify(document))
  } catch {
    error = { code: 'R611', reason: 'The record is nested too deeply.' }
  }
  error ??= { code: 'R611', reason: 'The document is not a server.json that clients can read.' }
  return { ...identity(document), ...error }
}

function firstError(text: string): { code: string; reason: string } | undefined {
  const errors = validateServerJson(text, { profile: 'mirrored' }).findings.filter(
    ({ severity }) => severity === 'error',
  )
  const [first] = errors
  if (!first) return undefined
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : ''
  return { code: first.code, reason: `${first.message}${more}` }
}

function withoutPlace(name: string, version: string): { code: string; reason: string } | undefined {
  const reason = placeFault(name, version)
  return reason === undefined ? undefined : { code: 'R612', reason }
}

function refuse(document: Record<string, unknown>, code: string, reason: string): RecordReading {
  return { refused: { ...identity(document), code, reason } }
}

function identity({ name, version }: Record<string, unknown>): { name: string; version: string } {
  return { name: typeof name === 'string' ? name : '', version: typeof version === 'string' ? version : '' }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
