import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { getMimeType } from 'hono/utils/mime'

export interface StaticFile {
  bytes: Buffer<ArrayBuffer>
  etag: string
  contentType: string
  cacheControl: string
}

/** What a path of the site leads to: a file, the same path with a slash, or nothing. */
export type Found = StaticFile | 'folder' | undefined

const DAY = 86_400

/**
 * Finds the file for a path as static hosts do: the file itself, `X.html`, or `X/index.html` behind `X/`.
 *
 * @param path decoded, with a leading slash
 */
export async function findFile(root: string, path: string): Promise<Found> {
  const target = join(root, normalize(path))
  if (!target.startsWith(root + sep) && target !== root && target !== root + sep) return undefined
  if (path.split('/').some((segment) => segment.startsWith('.') && segment !== '.well-known'))
    return undefined
  if (path.endsWith('/')) return readIfFile(join(target, 'index.html'), path)
  const file = (await readIfFile(target, path)) ?? (await readIfFile(`${target}.html`, path))
  if (file) return file
  return (await readIfFile(join(target, 'index.html'), path)) && 'folder'
}

async function readIfFile(target: string, path: string): Promise<StaticFile | undefined> {
  try {
    const bytes = await readFile(target)
    return {
      bytes,
      etag: `W/"${hash('sha256', bytes, 'base64url').slice(0, 22)}"`,
      contentType: contentTypeOf(target, path),
      cacheControl: cacheControlOf(path),
    }
  } catch (error) {
    if (
      ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? '')
    ) {
      return undefined
    }
    throw error
  }
}

const OWN_TYPES: Record<string, string> = {
  '.ndjson': 'application/x-ndjson',
  '.yaml': 'application/yaml',
  '.bin': 'application/octet-stream',
  '.md': 'text/markdown; charset=utf-8',
  '.tgz': 'application/gzip',
}

const XML_TYPES: readonly [RegExp, string][] = [
  [/\/feed\.xml$|^\/feed\/.*\.xml$/, 'application/atom+xml; charset=utf-8'],
  [/^\/opensearch\.xml$/, 'application/opensearchdescription+xml; charset=utf-8'],
]

function contentTypeOf(target: string, path: string): string {
  const ownType = XML_TYPES.find(([pattern]) => pattern.test(path))?.[1] ?? OWN_TYPES[extname(target)]
  return ownType ?? getMimeType(target) ?? 'application/octet-stream'
}

/** Files whose name holds a hash of their content never change. */
function cacheControlOf(path: string): string {
  if (/^\/(_astro|r\/[si])\//.test(path)) return `public, max-age=${365 * DAY}, immutable`
  return path === '/r/head.json' ? 'public, max-age=30' : 'public, max-age=300, stale-while-revalidate=600'
}
