import { readAt, textAt, writeAt } from './place.ts'

/**
 * The document after a person has given a field of the form another value, with what follows from it: the kind of a
 * repository comes from its address, and what a kind of package or transport cannot have goes.
 */
export function edited(document: object, pointer: string, value: unknown): object {
  if (pointer === '/repository/url') return withRepository(document, value)
  const after = writeAt(document, pointer, value)
  const group = pointer.slice(0, pointer.lastIndexOf('/'))
  if (/^\/packages\/\d+\/registryType$/.test(pointer)) return ofType(after, group, value)
  if (/^\/packages\/\d+\/transport\/type$/.test(pointer) && value === 'stdio')
    return writeAt(writeAt(after, `${group}/url`, undefined), `${group}/headers`, undefined)
  return after
}

const HOSTS: readonly [source: string, host: RegExp][] = [
  ['github', /^https?:\/\/(?:www\.)?github\.com\//],
  ['gitlab', /^https?:\/\/(?:www\.)?gitlab\.com\//],
]

function withRepository(document: object, value: unknown): object {
  if (typeof value !== 'string') return writeAt(document, '/repository', undefined)
  const source = HOSTS.find(([, host]) => host.test(value))?.[0] ?? textAt(document, '/repository/source')
  return writeAt(writeAt(document, '/repository/url', value), '/repository/source', source || undefined)
}

/** An image names its version itself, and so does the address of a bundle; only a bundle has a digest. */
function ofType(document: object, group: string, type: unknown): object {
  const hasVersion = type !== 'oci' && type !== 'mcpb'
  const more = hasVersion && readAt(document, `${group}/version`) === undefined
  const after = hasVersion ? document : writeAt(document, `${group}/version`, undefined)
  const version = more ? textAt(document, '/version') : ''
  const versioned = version === '' ? after : writeAt(after, `${group}/version`, version)
  return type === 'mcpb' ? versioned : writeAt(versioned, `${group}/fileSha256`, undefined)
}
