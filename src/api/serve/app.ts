import { Hono } from 'hono'
import { createHandler } from '../handler/handler.ts'
import { chooseEncoding, Compressor } from './compress.ts'
import { fileAssets } from './file-assets.ts'
import { findFile, type StaticFile } from './static-files.ts'

export interface AppOptions {
  /** The path that the registry is served at, with a `/` at both ends. */
  base: string
  publishUrl?: string
}

const CACHE_BYTES = 64 * 1024 * 1024

/** The server of a built registry: the API by the request handler, everything else from the files. */
export function createApp(root: string, { base, publishUrl }: AppOptions): Hono {
  const handler = createHandler(fileAssets(root), {
    base,
    cacheBytes: CACHE_BYTES,
    searchTable: true,
    ...(publishUrl && { publishUrl }),
  })
  const compressor = new Compressor()
  const app = new Hono()

  app.all('*', async ({ req }) => {
    const response = await handler(req.raw)
    if (response) return compressed(response, req.url, req.header('accept-encoding'))
    if (req.method !== 'GET' && req.method !== 'HEAD') return new Response(null, { status: 405 })
    const { pathname, search } = new URL(req.url)
    if (!pathname.startsWith(base)) {
      const isWayIn = pathname === '/' || `${pathname}/` === base
      return isWayIn ? redirect(base, 302) : new Response('Not Found\n', { status: 404 })
    }
    const path = decodePath(pathname.slice(base.length - 1))
    const found = path === undefined || isApiFile(path) ? undefined : await findFile(root, path)
    if (found === 'folder') return redirect(`${pathname.replace(/^\/+/, '/')}/${search}`)
    if (found) return fileReply(found, pathname, 200, req.raw)
    const missing = await findFile(root, '/404.html')
    return missing && missing !== 'folder'
      ? fileReply(missing, '/404.html', 404, req.raw)
      : new Response('Not Found\n', { status: 404 })
  })

  return app

  /** An answer's ETag stands for the whole registry, so with the address it stands for the answer. */
  async function compressed(
    response: Response,
    url: string,
    accepted: string | undefined,
  ): Promise<Response> {
    if (!accepted || response.status !== 200 || response.body === null) return response
    const bytes = new Uint8Array(await response.arrayBuffer())
    const headers = Object.fromEntries(response.headers)
    delete headers['content-length']
    const encoding = chooseEncoding(accepted, headers['content-type'] ?? '', bytes.length)
    const etag = headers.etag
    if (!encoding || !etag) return new Response(bytes, { headers })
    headers['content-encoding'] = encoding
    return new Response(await compressor.compress(`${etag} ${url}`, bytes, encoding), { headers })
  }

  async function fileReply(
    file: StaticFile,
    path: string,
    status: number,
    request: Request,
  ): Promise<Response> {
    const { etag, contentType, cacheControl, bytes } = file
    const headers: Record<string, string> = {
      etag,
      'content-type': contentType,
      'cache-control': status === 200 ? cacheControl : 'no-cache',
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
      vary: 'Accept-Encoding',
    }
    if (status === 200 && request.headers.get('if-none-match') === etag) {
      return new Response(null, { status: 304, headers })
    }
    const encoding = chooseEncoding(
      request.headers.get('accept-encoding') ?? undefined,
      contentType,
      bytes.length,
    )
    if (!encoding) return new Response(bytes, { status, headers })
    headers['content-encoding'] = encoding
    const packed = await compressor.compress(`${etag} ${path}`, bytes, encoding)
    return new Response(packed, { status, headers })
  }
}

function redirect(location: string, status = 308): Response {
  return new Response(null, { status, headers: { location } })
}

/** The API's files are for plain hosts; here the handler answers, and `servers.json` alone is a file. */
function isApiFile(path: string): boolean {
  return /^\/+v0(\.1)?(\/|$)/.test(path) && !/^\/v0(\.1)?\/servers\.json$/.test(path)
}

function decodePath(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path)
    return decoded.includes('\0') ? undefined : decoded
  } catch {
    return undefined
  }
}
