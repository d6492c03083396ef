const API_HEADERS = [
  'Access-Control-Allow-Origin: *',
  'Access-Control-Allow-Methods: GET, HEAD, OPTIONS',
  'Access-Control-Allow-Headers: Authorization, Content-Type',
  'Access-Control-Expose-Headers: ETag',
  'Content-Type: application/json; charset=utf-8',
  'X-Content-Type-Options: nosniff',
  'Cache-Control: public, max-age=60, stale-while-revalidate=600',
]

const IMMUTABLE = 'Cache-Control: public, max-age=31536000, immutable'

const RULES: Record<string, string[]> = {
  '/v0/*': API_HEADERS,
  '/v0.1/*': API_HEADERS,
  '/r/s/*': ['Access-Control-Allow-Origin: *', 'Content-Type: application/x-ndjson', IMMUTABLE],
  '/r/i/*': ['Access-Control-Allow-Origin: *', IMMUTABLE],
  '/r/head.json': ['Access-Control-Allow-Origin: *', 'Cache-Control: public, max-age=30'],
  '/registry.json': ['Access-Control-Allow-Origin: *'],
  '/kiro.json': ['Access-Control-Allow-Origin: *'],
  '/openapi.yaml': ['Access-Control-Allow-Origin: *'],
}

/** `_headers`, which Cloudflare and Netlify read and every other host ignores. */
export function headersFile(): string {
  return Object.entries(RULES)
    .map(([path, headers]) => `${path}\n${headers.map((header) => `  ${header}\n`).join('')}`)
    .join('')
}
