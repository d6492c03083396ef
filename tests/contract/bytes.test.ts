import { beforeAll, expect, test } from 'vitest'
import { createHandler, type Handler } from '../../src/api/handler/handler.ts'
import { memoryAssets } from '../support/memory-assets.ts'
import { fixtureFiles } from './fixture.ts'

let handler: Handler

beforeAll(async () => {
  handler = createHandler(memoryAssets(await fixtureFiles()), {
    publishUrl: 'https://github.com/example/registry',
  })
})

async function bodyOf(path: string, method = 'GET'): Promise<string> {
  const response = await handler(new Request(`https://registry.example/v0.1${path}`, { method }))
  return (await response!.text()).replace(/(?<="commit":")[0-9a-f]{40}(?=")/g, 'C')
}

const OWN = '"example.registry/registry"'

test('fields stand in the official order, and nothing empty or unknown is sent', async () => {
  expect(await bodyOf('/servers/com.example%2Ffull/versions/latest')).toBe(
    '{"server":{"$schema":"https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json",' +
      '"name":"com.example/full","description":"Stands for com.example/full",' +
      '"title":"Full \\u003cb\\u003e\\u0026\\u003c/b\\u003e complete",' +
      '"repository":{"url":"https://github.com/example/full","source":"github","id":"1","subfolder":"packages/a"},' +
      '"version":"1.0.0+build","websiteUrl":"https://example.com/full?a=1\\u0026b=2",' +
      '"icons":[{"src":"https://example.com/icon.png","mimeType":"image/png","sizes":["48x48"],"theme":"dark"}],' +
      '"packages":[{"registryType":"npm","identifier":"@example/full","version":"1.0.0","runtimeHint":"npx",' +
      '"transport":{"type":"stdio"},"runtimeArguments":[{"value":"-y","type":"positional"}],' +
      '"packageArguments":[{"format":"filepath","placeholder":"/srv","type":"named","name":"--root","isRepeated":true},' +
      '{"default":"read","choices":["read","write"],"type":"positional","valueHint":"mode"}],' +
      '"environmentVariables":[{"description":"Token","isRequired":true,"isSecret":true,"name":"TOKEN"}]},' +
      '{"registryType":"mcpb","identifier":"https://github.com/example/full/releases/download/v1/full.mcpb",' +
      `"fileSha256":"${'ab'.repeat(32)}",` +
      '"transport":{"type":"streamable-http","url":"http://localhost:{port}/mcp"}}],' +
      '"remotes":[{"type":"streamable-http","url":"https://{tenant}.example.com/mcp",' +
      '"headers":[{"value":"Bearer {key}","isSecret":true,"variables":{"key":{}},"name":"X-Key"}],' +
      '"variables":{"area":{"choices":["eu","us"]},"tenant":{"description":"Tenant","isRequired":true}}},' +
      '{"type":"sse","url":"https://mcp.example.com/sse"}],' +
      '"_meta":{"io.modelcontextprotocol.registry/publisher-provided":{"build":{"a":[null],"z":1},"tool":"ci"}}},' +
      '"_meta":{"io.modelcontextprotocol.registry/official":{"status":"active",' +
      '"statusChangedAt":"2025-10-09T08:53:20Z","publishedAt":"2025-10-09T08:53:20Z",' +
      `"updatedAt":"2025-10-09T08:53:20Z","isLatest":true},${OWN}:{"commit":"C","pullRequest":11,` +
      '"publisher":{"login":"alice","id":583231},"proof":"dns","approval":{"login":"carol","id":9919},' +
      '"evidence":[{"package":"npm @example/full@1.0.0","kind":"integrity","value":"sha512-abc="}]}}}\n',
  )
})

test('the registry says what it knows in the official object and in its own', async () => {
  const text = await bodyOf('/servers/com.example%2Ffiles/versions/1.0.0')
  expect(text.slice(text.indexOf('"_meta":'))).toBe(
    '"_meta":{"io.modelcontextprotocol.registry/official":{"status":"deprecated",' +
      '"statusChangedAt":"2026-02-02T02:40:00Z","statusMessage":"Please upgrade to \\u003c1.10.0\\u003e",' +
      '"publishedAt":"2025-11-03T10:12:13Z","updatedAt":"2026-02-02T02:40:00Z","isLatest":false},' +
      `${OWN}:{"commit":"C","pullRequest":12}}}\n`,
  )
  expect(await bodyOf('/servers/com.bad%2Fstolen/versions/1.0.0?include_deleted=true')).toContain(
    `${OWN}:{"commit":"C","moderation":{"reason":"impersonation","case":"https://example.com/cases/1"}}}}`,
  )
  expect(await bodyOf('/servers/com.example%2Fmoved/versions/1.0.0')).toContain(
    `${OWN}:{"commit":"C","movedTo":"com.example/files"}`,
  )
  expect(await bodyOf('/servers/io.github.Mirrored%2FSome.Server/versions/v1')).toContain(
    '"status":"active","statusChangedAt":"2025-09-08T23:47:09.45Z","publishedAt":"2025-09-08T23:47:09.45Z",' +
      `"updatedAt":"2025-10-09T00:16:49Z","isLatest":true},${OWN}:{"commit":"C","upstream":"https://upstream.example/"}`,
  )
})

test('versions stand newest publication first, the list by name and text of the version', async () => {
  const versionsIn = (text: string) =>
    [...text.matchAll(/"version":"([^"]+)","remotes/g)].map(([, version]) => version)
  expect(versionsIn(await bodyOf('/servers/com.example%2Ffiles/versions'))).toEqual([
    '1.10.0',
    '1.2.0',
    '1.0.0',
  ])
  expect(versionsIn(await bodyOf('/servers?search=files'))).toEqual(['1.0.0', '1.10.0', '1.2.0'])
})

test.each([
  [
    '/servers/com.example%2Fnone/versions',
    '{"title":"Not Found","status":404,"detail":"Server not found"}\n',
  ],
  [
    '/servers?limit=500',
    '{"title":"Unprocessable Entity","status":422,"detail":"validation failed",' +
      '"errors":[{"message":"expected number \\u003c= 100","location":"query.limit","value":500}]}\n',
  ],
  [
    '/servers?limit=0&include_deleted=maybe',
    '{"title":"Unprocessable Entity","status":422,"detail":"validation failed",' +
      '"errors":[{"message":"expected number \\u003e= 1","location":"query.limit","value":0},' +
      '{"message":"invalid boolean","location":"query.include_deleted","value":"maybe"}]}\n',
  ],
  [
    '/servers?limit=ten',
    '{"title":"Unprocessable Entity","status":422,"detail":"validation failed",' +
      '"errors":[{"message":"invalid integer","location":"query.limit","value":"ten"}]}\n',
  ],
  [
    '/servers?updated_since=yesterday',
    '{"title":"Bad Request","status":400,' +
      '"detail":"Invalid updated_since format: expected RFC3339 timestamp (e.g., 2025-08-07T13:15:04.280Z)"}\n',
  ],
  [
    '/servers?updated_since=2026-01-01T00:00:00Z&include_deleted=false',
    '{"title":"Bad Request","status":400,"detail":"Cannot set include_deleted=false when using updated_since ' +
      '(incremental sync requires deleted servers)"}\n',
  ],
  [
    '/servers/a%00b/versions',
    '{"title":"Bad Request","status":400,"detail":"Invalid request: URL path contains null bytes"}\n',
  ],
  [
    '/servers?search=%00',
    '{"title":"Bad Request","status":400,"detail":"Invalid request: query parameters contain null bytes"}\n',
  ],
  ['/servers?search=no+such', '{"servers":[],"metadata":{"count":0}}\n'],
])('%s', async (path, body) => {
  expect(await bodyOf(path)).toBe(body)
})

test('a full last page names a next one, which is empty', async () => {
  const { metadata } = JSON.parse(await bodyOf('/servers?search=files&limit=3')) as {
    metadata: { nextCursor: string }
  }
  expect(await bodyOf(`/servers?search=files&limit=3&cursor=${metadata.nextCursor}`)).toBe(
    '{"servers":[],"metadata":{"count":0}}\n',
  )
})

test('empty parameters are absent ones', async () => {
  expect(await bodyOf('/servers?limit=&cursor=&search=&version=&include_deleted=&updated_since=')).toBe(
    await bodyOf('/servers'),
  )
})

test('who wants to publish is told where', async () => {
  expect(await bodyOf('/publish', 'POST')).toBe(
    '{"error":"Publishing is not supported by this registry",' +
      '"detail":"Open a pull request instead: https://github.com/example/registry"}\n',
  )
})

test('the version tells of a new commit, even of one that changed no record', async () => {
  const files = await fixtureFiles()
  const at = createHandler(memoryAssets(files), { headTtl: 0 })
  const commitOf = async () => {
    const response = await at(new Request('https://registry.example/v0/version'))
    return ((await response!.json()) as { git_commit: string }).git_commit
  }
  const before = await commitOf()
  const head = Buffer.from(files.get('r/head.json')!).toString()
  files.set('r/head.json', Buffer.from(head.replace(before, 'f'.repeat(40))))
  expect(await commitOf()).toBe('f'.repeat(40))
})
