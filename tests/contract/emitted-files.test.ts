import { beforeAll, expect, test } from 'vitest'
import { apiFiles } from '../../src/api/emit/api-files.ts'
import { createHandler } from '../../src/api/handler/handler.ts'
import { builtFiles, memoryAssets } from '../support/memory-assets.ts'
import { OpenApiContract } from '../support/openapi-contract.ts'
import { makeCatalog, TEST_CONFIG } from '../support/make-catalog.ts'
import { fixtureFiles } from './fixture.ts'

const decoder = new TextDecoder()
let files: Map<string, Uint8Array>
let contract: OpenApiContract

beforeAll(async () => {
  files = await fixtureFiles()
  contract = new OpenApiContract(textOf('openapi.yaml'))
})

function textOf(path: string): string {
  return decoder.decode(files.get(path))
}

/** The name of the schema for each kind of file. */
const SCHEMAS: [RegExp, string][] = [
  [/^v0(\.1)?\/servers(\.json|\.html|\/index\.html)$/, 'CompleteList'],
  [/\/versions(\.html|\/index\.html)$/, 'VersionList'],
  [/\/versions\/[^/]+$/, 'Entry'],
  [/^registry\.json$/, 'ToolHiveRegistry'],
  [/^kiro\.json$/, 'KiroRegistry'],
  [/^r\/head\.json$/, 'Head'],
]

const OTHERS = [/^v0(\.1)?\/(health|ping|version)$/, /^r\//, /^(_headers|\.nojekyll|openapi\.yaml)$/]

test('every document is as the OpenAPI document describes it', () => {
  const seen = new Set<string>()
  for (const path of files.keys()) {
    const schema = SCHEMAS.find(([pattern]) => pattern.test(path))?.[1]
    if (!schema) {
      expect(OTHERS.some((pattern) => pattern.test(path)) ? 'known' : path).toBe('known')
      continue
    }
    seen.add(schema)
    expect({ path, faults: contract.schemaFaults(schema, JSON.parse(textOf(path))) }).toEqual({
      path,
      faults: [],
    })
  }
  expect([...seen].sort()).toEqual(SCHEMAS.map(([, schema]) => schema).sort())
})

test('every record of the shards is an entry', () => {
  const lines = [...files.keys()]
    .filter((path) => path.startsWith('r/s/'))
    .flatMap((path) => textOf(path).split('\n'))
  const entries = lines.filter(Boolean)
  expect(entries).toHaveLength(12)
  for (const line of entries) expect(contract.schemaFaults('Entry', JSON.parse(line))).toEqual([])
})

test('no file of the API holds markup, and each ends with a line break', () => {
  for (const path of files.keys()) {
    if (!/^v0|\.json$/.test(path)) continue
    expect({ path, text: textOf(path) }).toEqual({
      path,
      text: expect.not.stringMatching(/[<>&\u2028\u2029\uFEFF]/),
    })
    expect(textOf(path)).toMatch(/\n$/)
  }
})

test('a file holds the bytes that the handler answers', async () => {
  const handler = createHandler(memoryAssets(files))
  for (const path of files.keys()) {
    const address = /^(v0(?:\.1)?\/(?:servers\/.+\/versions(?:\/[^/]+|\.html)|health|ping|version))$/.exec(
      path,
    )?.[1]
    if (!address || address.endsWith('index.html')) continue
    const url = `https://registry.example/${address.replace(/\.html$/, '')}`
    const response = await handler(new Request(url))
    expect({ path, text: await response!.text() }).toEqual({ path, text: textOf(path) })
  }
})

test.each([
  ['/', '/'],
  ['/registry/', '/registry'],
])('served at %s, the OpenAPI document names that address', (base, url) => {
  const built = builtFiles(makeCatalog([]), { ...TEST_CONFIG, base })
  const { document } = new OpenApiContract(decoder.decode(built.get('openapi.yaml')))
  expect(document.servers).toEqual([{ url }])
})

test('what a plain host cannot serve is told once', () => {
  const warnings: string[] = []
  const catalog = makeCatalog([{ name: 'com.example/a', version: 'x/y', publishedAt: 1_760_000_000 }])
  expect([...apiFiles(catalog, TEST_CONFIG, { warn: (message) => warnings.push(message) })]).not.toHaveLength(
    0,
  )
  expect(warnings).toHaveLength(1)
})
