import type { ServerJson } from '../model/server-json.ts'
import { compileShape } from './structure/fits.ts'
import { SERVER_SHAPE } from './structure/server-shape.ts'

// Old records of the official registry carry no `$schema`.
const REQUIRED = SERVER_SHAPE.required!.filter((key) => key !== '$schema')
const fits = compileShape({ ...SERVER_SHAPE, required: REQUIRED })

/**
 * Whether a parsed document has the structure that the strictest API clients can read: right types everywhere, the
 * required fields, known values where clients decode into closed lists. It says nothing about meaning; everything that
 * `validateServerJson` accepts passes. Unknown keys are allowed. Quick enough for every file of a large registry.
 */
export function isServerJson(document: unknown): document is ServerJson {
  return fits(document) && hasReadableParts(document as ServerJson)
}

function hasReadableParts(server: ServerJson): boolean {
  if (server.name === '' || server.description === '' || server.version === '') return false
  return hasReadableRepository(server) && (server.packages ?? []).every(hasNamedArguments)
}

/** Strict clients take an empty repository for none, and want both halves of any other. */
function hasReadableRepository({ repository }: ServerJson): boolean {
  if (!repository || Object.keys(repository).length === 0) return true
  return repository.url !== undefined && repository.source !== undefined
}

function hasNamedArguments({
  runtimeArguments = [],
  packageArguments = [],
}: {
  runtimeArguments?: { type: string; name?: string }[]
  packageArguments?: { type: string; name?: string }[]
}): boolean {
  const isReadable = (argument: { type: string; name?: string }) =>
    argument.type !== 'named' || argument.name !== undefined
  return runtimeArguments.every(isReadable) && packageArguments.every(isReadable)
}
