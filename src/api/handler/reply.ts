/** Sent with every answer: any page may read the registry (official API §14). */
const OPEN = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Content-Type, Content-Length, ETag',
  'x-content-type-options': 'nosniff',
}

const FRESH = 'public, max-age=60, stale-while-revalidate=600'

/** Short, so that a new server is found soon after somebody has asked for it in vain. */
const MISSING = 'public, max-age=30'

/** A document of the API. Its `etag` stands for the state of the whole registry. */
export function documentReply(body: Uint8Array | string, etag?: string): Response {
  return new Response(body as BodyInit, {
    headers: {
      ...OPEN,
      'content-type': 'application/json',
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
      'access-control-allow-methods': 'GET, HEAD, POST, OPTIONS',
      'access-control-allow-headers':
        request.headers.get('access-control-request-headers') ?? 'Authorization, Content-Type',
      'access-control-max-age': '86400',
    },
  })
}

/** The path without its trailing slash, query kept. */
export function withoutSlashReply(location: string): Response {
  return new Response(null, { status: 308, headers: { ...OPEN, location } })
}
