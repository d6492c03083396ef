/** A request, and the status that it must be answered with. */
export interface Case {
  status: number
  /** Below the prefix. */
  path: string
  method?: string
  headers?: Record<string, string>
  body?: string
  /** The documented path, where the one asked for is another spelling of it. */
  as?: string
}

const FULL = '/servers/com.example%2Ffull/versions'
const VALID = JSON.stringify({
  $schema: 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json',
  name: 'com.example/new',
  description: 'Something new',
  version: '1.0.0',
  remotes: [{ type: 'sse', url: 'https://mcp.example.com/sse' }],
})
const json = { 'content-type': 'application/json' }

const LISTS: Case[] = [
  '',
  '?limit=1',
  '?limit=100',
  '?limit=2&cursor=com.example/files:1.0.0',
  '?limit=2&cursor=c1.Y29tLmV4YW1wbGUvZmlsZXM6MS4wLjA',
  '?cursor=zzz',
  '?version=latest',
  '?version=1.0.0%2Bbuild',
  '?version=none',
  '?search=FILES&limit=1',
  '?search=no%20such',
  '?include_deleted=true',
  '?include_deleted=false',
  '?updated_since=2026-01-01T00:00:00Z',
  '?updated_since=2026-01-01T01:00:00.123%2B01:00&include_deleted=true',
  '?limit=&include_deleted=&updated_since=&cursor=&search=&version=',
  '?q=ignored',
].map((query) => ({ status: 200, path: `/servers${query}` }))

const READS: Case[] = [
  { status: 200, path: '/servers/com.example%2Ffiles/versions' },
  { status: 200, path: '/servers/com.example%2fmixed/versions?include_deleted=true' },
  { status: 200, path: '/servers/com.example%252Ffiles/versions' },
  { status: 200, path: '/servers/com.example/files/versions', as: '/servers/x/versions' },
  { status: 200, path: `${FULL}/latest` },
  { status: 200, path: `${FULL}/1.0.0%2Bbuild` },
  { status: 200, path: `${FULL}/1.0.0+build` },
  { status: 200, path: '/servers/com.example/full/versions/latest', as: `${FULL}/latest` },
  { status: 200, path: '/servers/com.example%2Fbare/versions/latest' },
  { status: 200, path: '/servers/com.example%2Fmixed/versions/latest' },
  { status: 200, path: '/servers/com.example%2Fmixed/versions/2.0.0?include_deleted=1' },
  { status: 200, path: '/servers/com.example%2Fgone/versions/latest?include_deleted=true' },
  { status: 200, path: '/servers/com.example%2Fmoved/versions/1.0.0' },
  { status: 200, path: '/servers/com.example%2Fwarned/versions/1.0.0' },
  { status: 200, path: '/servers/com.bad%2Fstolen/versions/1.0.0?include_deleted=T' },
  { status: 200, path: '/servers/io.github.Mirrored%2FSome.Server/versions/v1' },
  { status: 200, path: '/health' },
  { status: 200, path: '/ping' },
  { status: 200, path: '/version' },
]

const UNCHANGED: Case[] = ['/servers?limit=2', '/servers/com.example%2Ffiles/versions', `${FULL}/latest`].map(
  (path) => ({ status: 304, path, headers: { 'if-none-match': '*' } }),
)

const REFUSED: Case[] = [
  { status: 400, path: '/servers?updated_since=2026-01-01' },
  { status: 400, path: '/servers?updated_since=2026-01-01T00:00:00Z&include_deleted=false' },
  { status: 400, path: '/servers/com.example%2/versions' },
  { status: 400, path: `${FULL}/%ff` },
  { status: 400, path: '/servers/com.example%2Ffull%00/versions' },
  { status: 404, path: '/servers/com.example%2Fnone/versions' },
  { status: 404, path: '/servers/com.example%2Fgone/versions' },
  { status: 404, path: '/servers/com.example%2Fnone/versions/latest' },
  { status: 404, path: `${FULL}/9.9.9` },
  { status: 404, path: `${FULL}/LATEST` },
  { status: 404, path: '/servers/com.example%2FFULL/versions/latest' },
  { status: 404, path: '/servers/com.example%2Fgone/versions/latest' },
  { status: 404, path: '/servers/com.example%2Fmixed/versions/2.0.0' },
  { status: 404, path: '/servers/com.bad%2Fstolen/versions/latest' },
  ...['0', '101', '-1', '1.5', 'ten', '99999999999999999999'].map((limit) => ({
    status: 422,
    path: `/servers?limit=${limit}`,
  })),
  { status: 422, path: '/servers?include_deleted=yes&limit=500' },
  { status: 422, path: '/servers/com.example%2Ffull/versions?include_deleted=2' },
  { status: 422, path: `${FULL}/latest?include_deleted=2` },
]

const POSTED: Case[] = [
  { status: 200, path: '/validate', body: VALID },
  {
    status: 200,
    path: '/validate',
    body: VALID,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  },
  { status: 200, path: '/validate', body: VALID.replace('https://mcp.', 'http://mcp.') },
  { status: 200, path: '/validate', body: VALID.replace('2025-12-11', '2025-10-17') },
  { status: 200, path: '/validate', body: VALID.replace('"sse"', '"sse","variables":{"a":{}}') },
  { status: 400, path: '/validate', body: '{' },
  { status: 400, path: '/validate', body: '' },
  { status: 413, path: '/validate', body: `"${' '.repeat(1024 * 1024)}"` },
  { status: 415, path: '/validate', body: VALID, headers: { 'content-type': 'text/plain' } },
  { status: 422, path: '/validate', body: '{}' },
  { status: 422, path: '/validate', body: '[null]' },
  { status: 422, path: '/validate', body: VALID.replace('"1.0.0"', '1,"more":{}') },
].map((request) => ({ method: 'POST', headers: json, ...request }))

const UNSUPPORTED: Case[] = [
  { method: 'POST', path: '/publish' },
  { method: 'POST', path: '/auth/github-at' },
  { method: 'POST', path: '/auth/none' },
  { method: 'PUT', path: `${FULL}/1.0.0` },
  { method: 'PATCH', path: `${FULL}/1.0.0` },
  { method: 'DELETE', path: `${FULL}/1.0.0` },
  { method: 'DELETE', path: FULL },
  { method: 'PATCH', path: `${FULL}/1.0.0/status` },
  { method: 'PATCH', path: '/servers/com.example%2Ffull/status' },
].map((request) => ({ status: 501, body: VALID, headers: json, ...request }))

/** Requests that between them get every kind of answer but those that every path has. */
export const CASES: readonly Case[] = [
  ...LISTS,
  ...READS,
  ...UNCHANGED,
  ...REFUSED,
  ...POSTED,
  ...UNSUPPORTED,
]
