import { Ajv, type ValidateFunction } from 'ajv'
import { beforeAll, describe, expect, test } from 'vitest'
import { schemaErrors } from '../../src/validate/schema/compile.ts'
import { isUri } from '../../src/validate/schema/uri.ts'
import { SCHEMA_DATES } from '../../src/validate/schema/dates.ts'
import { corpus, invalidFiles, sharedText } from './validation-corpus.ts'
import { mutate, randomFrom } from './validation-mutants.ts'

const MUTANTS_PER_DATE = 12_000

let documents: unknown[]

beforeAll(() => {
  documents = [...corpus().map(({ server }) => server), ...invalidFiles().map(({ file }) => file)]
})

function officialSchema(date: string): ValidateFunction {
  const ajv = new Ajv({ strict: false, formats: { uri: isUri } })
  return ajv.compile(JSON.parse(sharedText(`schemas/${date}.json.gz`)) as object)
}

/** Asks both schemas about each document; fails on the first that they judge differently. Returns how many fit. */
function compare(date: (typeof SCHEMA_DATES)[number], candidates: Iterable<unknown>): number {
  const official = officialSchema(date)
  let fitting = 0
  for (const document of candidates) {
    const ours = schemaErrors(date, document)
    const theirs = official(document)
    if (theirs !== (ours.length === 0)) {
      expect.fail(`${JSON.stringify(document)}: official ${theirs}, ours ${JSON.stringify(ours)}`)
    }
    if (theirs) fitting++
  }
  return fitting
}

/** Everything that the shapes know, since real documents use half of it rarely. */
const COMPLETE = {
  name: 'a.b/c',
  description: 'x',
  version: '1',
  icons: [{ src: 'https://x.org/i.png', mimeType: 'image/png', sizes: ['48x48'], theme: 'dark' }],
  packages: [
    {
      registryType: 'npm',
      identifier: 'x',
      version: '1',
      transport: {
        type: 'sse',
        url: 'https://x.org',
        headers: [{ name: 'X', variables: { a: { format: 'number' } } }],
      },
      runtimeArguments: [{ type: 'positional', valueHint: 'x', isRepeated: true }],
      packageArguments: [{ type: 'named', name: '--x', choices: ['a'], default: 'a', isSecret: true }],
    },
  ],
  remotes: [
    { type: 'sse', url: 'https://x.org', headers: [{ name: 'X', placeholder: 'x' }] },
    { type: 'streamable-http', url: 'https://x.org', variables: { a: { isRequired: true } } },
  ],
}

/** Mutants of documents in the notation of the date: hardly any real one is still in snake_case. */
function* mutants(date: string): Generator<unknown> {
  const random = randomFrom(20251211)
  for (let i = 0; i < MUTANTS_PER_DATE; i++) {
    const document = i % 3 === 0 ? COMPLETE : documents[Math.floor(random() * documents.length)]
    yield mutate(date === '2025-07-09' ? toSnakeCase(document) : document, random)
  }
}

function toSnakeCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toSnakeCase)
  if (typeof value !== 'object' || value === null) return value
  const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [snake(key), toSnakeCase(item)]))
}

describe.each(SCHEMA_DATES)('the schema of %s judges as the official one', (date) => {
  test('every real document', { timeout: 120_000 }, () => {
    const fitting = compare(date, documents)
    console.log(`${date}: ${fitting} of ${documents.length} real documents fit`)
  })

  test('mutants of real documents', { timeout: 120_000 }, () => {
    const fitting = compare(date, mutants(date))
    console.log(`${date}: ${fitting} of ${MUTANTS_PER_DATE} mutants fit`)
    expect(fitting).toBeGreaterThan(MUTANTS_PER_DATE * 0.1)
    expect(fitting).toBeLessThan(MUTANTS_PER_DATE * 0.9)
  })
})
