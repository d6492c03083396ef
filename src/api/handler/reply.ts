const METHODS = 'GET, HEAD, POST, OPTIONS'
const HEADERS = 'Authorization, Content-Type'

/** Sent with every answer: any page may read the registry (official API §14). GitHub asks for all three of them. */
const OPEN = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': METHODS,
  'access-control-allow-headers': HEADERS,
  'access-control-expose-headers': 'Content-Type, Content-Length, ETag',
  'x-content-type-options': 'nosniff',
  vary: 'Accept-Encoding',
}

const FRESH = 'public, max-age=60, stale-while-revalidate=600'

/** Short, so that a new server is found soon after somebody has asked for it in vain. */
const MISSING = 'public, max-age=30'

/** A document of the API. Its `etag` stands for the state of the whole registry. */
export function documentReply(body: Uint8Array | string, etag?: string): Response {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return new Response(bytes as BodyInit, {
    headers: {
      ...OPEN,
      'content-type': 'application/json',
      'content-length': String(bytes.length),
      'cache-control': FRESH,
      ...(etag && { etag }),
    },
  })
}

/** The answer to a client that has the present state already. */
export function unchangedReply(etag: string): Response {
  return new Response(null, { status: 304, headers: { ...OPEN, 'cache-control': FRESH, etag } })
}

/** A problem document. */
export function problemReply(
  status: number,
  body: string,
  contentType = 'application/problem+json',
): Response {
  const cacheControl = status === 404 ? MISSING : 'no-store'
  return new Response(body, {
    status,
    headers: { ...OPEN, 'content-type': contentType, 'cache-control': cacheControl },
  })
}

/** An answer that depends on what was posted. */
export function postedReply(status: number, body: string): Response {
  return new Response(body, {
    status,
    headers: {
      ...OPEN,
      'content-type': status === 200 ? 'application/json' : 'application/problem+json',
      'cache-control': 'no-store',
    },
  })
}

/** The answer to a browser's question whether it may ask. */
export function preflightReply(request: Request): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...OPEN,
      'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? HEADERS,
      'access-control-max-age': '86400',
    },
  })
}

/** The way from a path with slashes too many to the one meant, query kept. */
export function movedReply(status: 301 | 308, location: string): Response {
  return new Response(null, { status, headers: { ...OPEN, location } })
}
