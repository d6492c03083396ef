import { createContext, runInContext } from 'node:vm'
import fc from 'fast-check'
import { rolldown } from 'rolldown'
import { describe, expect, test } from 'vitest'
import { RULES } from '../rules/index.ts'
import { validateServerJson, type Validation } from '../server-json.ts'
import { allSchemaErrors, schemaErrors } from './compile.ts'
import { compiledSchemas } from './compiled-plugin.ts'
import { CURRENT_SCHEMA_URL, SCHEMA_DATES, type SchemaDate } from './dates.ts'

const SERVER = {
  $schema: CURRENT_SCHEMA_URL,
  name: 'com.example/weather',
  description: 'Weather for any place',
  title: 'Weather',
  version: '1.2.0',
  repository: { url: 'https://github.com/example/weather', source: 'github' },
  websiteUrl: 'https://example.com/',
  icons: [{ src: 'https://example.com/icon.png', mimeType: 'image/png', sizes: ['48x48'] }],
  packages: [
    {
      registryType: 'npm',
      identifier: '@example/weather',
      version: '1.2.0',
      transport: { type: 'streamable-http', url: 'http://localhost:{port}/', headers: [{ name: 'X-Key' }] },
      runtimeArguments: [{ type: 'named', name: '-y', variables: { port: { format: 'number' } } }],
      packageArguments: [{ type: 'positional', valueHint: 'place', choices: ['here', 'there'] }],
      environmentVariables: [{ name: 'TOKEN', isSecret: true, isRequired: true }],
    },
    {
      registryType: 'mcpb',
      identifier: 'https://x.example/',
      fileSha256: '0'.repeat(64),
      transport: { type: 'stdio' },
    },
  ],
  remotes: [{ type: 'sse', url: 'https://example.com/sse', variables: { region: { value: 'eu' } } }],
  _meta: { 'io.modelcontextprotocol.registry/publisher-provided': { built: 'by hand' } },
}

/** Bundles a module as a page would have it, and runs it where nothing can be made from text. */
async function bundled<Exports>(
  file: string,
  dates?: readonly SchemaDate[],
): Promise<{ code: string; exports: Exports }> {
  const bundle = await rolldown({
    input: new URL(file, import.meta.url).pathname,
    platform: 'browser',
    plugins: [compiledSchemas(dates)],
  })
  const { output } = await bundle.generate({ format: 'iife', name: 'bundle', minify: true })
  await bundle.close()
  const { code } = output[0]
  const strict = createContext(
    { TextDecoder, TextEncoder, URL, structuredClone },
    { codeGeneration: { strings: false, wasm: false } },
  )
  return { code, exports: runInContext(`${code}\n;bundle`, strict) as Exports }
}

const compiled = await bundled<{
  schemaErrors: typeof schemaErrors
  allSchemaErrors: typeof allSchemaErrors
}>('./compile.ts', SCHEMA_DATES)

/** Compared as text: what comes from another realm has prototypes of its own. */
function expectSameErrors(document: unknown): void {
  for (const date of SCHEMA_DATES) {
    expect(JSON.stringify(compiled.exports.schemaErrors(date, document))).toBe(
      JSON.stringify(schemaErrors(date, document)),
    )
    expect(JSON.stringify(compiled.exports.allSchemaErrors(date, document))).toBe(
      JSON.stringify(allSchemaErrors(date, document)),
    )
  }
}

/** A document with one value replaced, added or taken away. */
function mutated(
  document: unknown,
  place: number,
  change: unknown,
  how: 'replace' | 'add' | 'remove',
): unknown {
  const copy = structuredClone(document)
  const holders = holdersIn(copy)
  const [holder, key] = holders[place % holders.length]!
  if (how === 'replace') holder[key] = change
  else if (how === 'remove') delete holder[key]
  else holder[`${key}s`] = change
  return copy
}

function holdersIn(value: unknown): [Record<string, unknown>, string][] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap(
    (key) => [[holder, key], ...holdersIn(holder[key])] as [Record<string, unknown>, string][],
  )
}

describe('validators that were compiled for a bundle', () => {
  test('find the same errors in every example of a rule', () => {
    for (const { example } of RULES) {
      let document: unknown
      try {
        document = JSON.parse(example)
      } catch {
        continue
      }
      expectSameErrors(document)
      expectSameErrors({ ...SERVER, ...(document as object) })
    }
  })

  test('find the same errors in any other document', () => {
    const how = fc.constantFrom('replace' as const, 'add' as const, 'remove' as const)
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('', 'latest', 'stdio', 'x://', '\ud800', 'é'.repeat(101)),
    )
    const change = fc.tuple(fc.nat({ max: 200 }), value, how)
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        expectSameErrors(
          changes.reduce((document, [at, to, by]) => mutated(document, at, to, by), SERVER as unknown),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('make nothing from text, and leave the compiler out', () => {
    expect(compiled.code).not.toMatch(/new Function|\beval\b|codegen/)
  })

  test('are the same text each time', async () => {
    expect((await bundled('./compile.ts', SCHEMA_DATES)).code === compiled.code).toBe(true)
  })
})

describe('the validator of a page', async () => {
  const page = await bundled<{ validateServerJson: typeof validateServerJson }>('../server-json.ts')

  test('judges as the gate does', () => {
    const judged = (text: string): Validation[] => [
      page.exports.validateServerJson(text),
      validateServerJson(text),
    ]
    for (const { example } of RULES) {
      const [there, here] = judged(example)
      expect(JSON.stringify(there)).toBe(JSON.stringify(here))
    }
    const sound = { ...SERVER, title: undefined, icons: undefined, packages: undefined }
    expect(judged(JSON.stringify(sound)).map(({ valid }) => valid)).toEqual([true, true])
  })

  test('is small', () => {
    expect(page.code.length).toBeLessThan(125_000)
  })
})
