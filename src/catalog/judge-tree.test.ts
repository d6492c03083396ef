import { expect, test } from 'vitest'
import { judgeTree } from './judge-tree.ts'
import { memoryTree } from './memory-tree.ts'

const SCHEMA = 'https://static.modelcontextprotocol.io/schemas'

function serverJson(name: string, version: string, more: object = {}): string {
  return JSON.stringify({
    $schema: `${SCHEMA}/2025-12-11/server.schema.json`,
    name,
    description: 'Does something',
    version,
    remotes: [{ type: 'streamable-http', url: 'https://mcp.example.com/mcp' }],
    ...more,
  })
}

const judge = async (files: Record<string, string>) =>
  Object.fromEntries(
    (await judgeTree(memoryTree(files))).map(({ file, findings }) => [
      file,
      findings.map(({ code, severity }) => `${code} ${severity}`),
    ]),
  )

test('a sound tree has a clean report for every server.json', async () => {
  expect(
    await judge({ 'servers/ac/com.acme/search/1.0.0/server.json': serverJson('com.acme/search', '1.0.0') }),
  ).toEqual({ 'servers/ac/com.acme/search/1.0.0/server.json': [] })
})

test('the document and its place are judged together, and every other file that is wrong', async () => {
  expect(
    await judge({
      'servers/ac/com.acme/search/1.0.0/server.json': serverJson('com.acme/other', '1.0.0', {
        description: '',
      }),
      'servers/ac/com.acme/search/status.md': '---\nstatus: gone\n---\n',
      'servers/ac/com.acme/search/1.0.0/notes.txt': 'hello',
    }),
  ).toEqual({
    'servers/ac/com.acme/search/1.0.0/notes.txt': ['R101 error'],
    'servers/ac/com.acme/search/1.0.0/server.json': ['R241 error'],
    'servers/ac/com.acme/search/status.md': ['R111 error'],
  })
  const wrongPlace = { 'servers/ac/com.acme/search/1.0.0/server.json': serverJson('com.acme/other', '1.0.0') }
  expect(await judge(wrongPlace)).toEqual({
    'servers/ac/com.acme/search/1.0.0/server.json': ['R102 error'],
  })
})

test('published files keep their older schema, and mirrored ones what their registry took', async () => {
  const older = { $schema: `${SCHEMA}/2025-10-17/server.schema.json` }
  const upstream = { source: 'https://registry.example', versions: {} }
  expect(
    await judge({
      'servers/ac/com.acme/own/1.0.0/server.json': serverJson('com.acme/own', '1.0.0', older),
      'servers/ac/com.acme/mirrored/1.0.0/server.json': serverJson('com.acme/mirrored', '1.0.0', {
        ...older,
        repository: {},
      }),
      'servers/ac/com.acme/mirrored/upstream.json': JSON.stringify(upstream),
    }),
  ).toMatchObject({ 'servers/ac/com.acme/own/1.0.0/server.json': ['R232 warning'] })
})

test('of names that Docker takes for one, the second is warned', async () => {
  expect(
    await judge({
      'servers/ac/com.acme/a-b/1.0.0/server.json': serverJson('com.acme/a-b', '1.0.0'),
      'servers/ac/com.acme/a.b/1.0.0/server.json': serverJson('com.acme/a.b', '1.0.0'),
    }),
  ).toEqual({
    'servers/ac/com.acme/a-b/1.0.0/server.json': [],
    'servers/ac/com.acme/a.b/1.0.0/server.json': ['W11 warning'],
  })
})

test('broken files of the registry itself are told too', async () => {
  const files = {
    'servers/ac/com.acme/owner.json': '{',
    'servers/ac/com.acme/search/upstream.json': '{"a":1,"a":2}',
  }
  expect(await judge(files)).toEqual({
    'servers/ac/com.acme/owner.json': ['R203 error'],
    'servers/ac/com.acme/search/upstream.json': ['R204 error'],
  })
})
