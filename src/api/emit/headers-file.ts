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

/** What hosts would serve without a charset, as something else, or let a browser guess. */
function typed(type: string): string[] {
  return [`Content-Type: ${type}; charset=utf-8`, 'X-Content-Type-Options: nosniff']
}

const ATOM = typed('application/atom+xml')
const MARKDOWN = typed('text/markdown')

// A path that two patterns match gets both types, so none of these may match below /v0.1/.
const RULES: Record<string, string[]> = {
  '/v0/*': API_HEADERS,
  '/v0.1/*': API_HEADERS,
  '/r/s/*': ['Access-Control-Allow-Origin: *', 'Content-Type: application/x-ndjson', IMMUTABLE],
  '/r/i/*': ['Access-Control-Allow-Origin: *', IMMUTABLE],
  '/r/head.json': ['Access-Control-Allow-Origin: *', 'Cache-Control: public, max-age=30'],
  '/registry.json': ['Access-Control-Allow-Origin: *'],
  '/kiro.json': ['Access-Control-Allow-Origin: *'],
  '/openapi.yaml': ['Access-Control-Allow-Origin: *'],
  '/feed.xml': ATOM,
  '/feed/*': ATOM,
  '/servers/*/feed.xml': ATOM,
  '/servers/*/index.md': MARKDOWN,
  '/browse/*.md': MARKDOWN,
  '/badge/*': typed('image/svg+xml'),
  '/opensearch.xml': typed('application/opensearchdescription+xml'),
  '/llms.txt': typed('text/plain'),
  '/robots.txt': typed('text/plain'),
  '/stats/*.csv': typed('text/csv'),
  '/.well-known/security.txt': typed('text/plain'),
}

/** `_headers`, which Cloudflare and Netlify read and every other host ignores. */
export function headersFile(): string {
  return Object.entries(RULES)
    .map(([path, headers]) => `${path}\n${headers.map((header) => `  ${header}\n`).join('')}`)
    .join('')
}
