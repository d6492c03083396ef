import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Target } from '../clients/target.ts'
import { clientVectors } from '../clients/vectors.ts'
import { OpenApiContract } from '../support/openapi-contract.ts'
import { pagesTarget, servedTarget, type ServedTarget } from '../support/targets.ts'
import { newSchemaFaults } from './upstream-openapi.ts'
import { corpus, type CorpusRecord } from './validation-corpus.ts'

const repository = resolve(import.meta.dirname, '../..')
const work = mkdtempSync(join(tmpdir(), 'clients-corpus-'))
const root = join(work, 'registry')
const dist = join(work, 'dist')
const contract = new OpenApiContract(readFileSync(join(repository, 'src/api/openapi.yaml'), 'utf8'))
const upstreamFaults = newSchemaFaults(officialRecords())
const schemaFaults = (entry: unknown) => [...upstreamFaults(entry), ...contract.schemaFaults('Entry', entry)]
let served: ServedTarget

interface SyncReport {
  records: number
  counts: { newVersions: number }
}

/** Runs a command of ours on the mirror, in a process of its own. */
async function command(script: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(repository, 'scripts', script), ...args],
    {
      env: { ...process.env, REGISTRY_ROOT: root, REGISTRY_OUT: dist, REGISTRY_URL: '', NO_COLOR: '1' },
      maxBuffer: 256 * 1024 * 1024,
    },
  )
  return stdout
}

/** What the official registry said at some time; what others said about the same servers stays out. */
function officialRecords(): CorpusRecord[] {
  return corpus().filter(({ kind }) => kind === 'official' || kind === 'official-cache')
}

beforeAll(() => {
  mkdirSync(root)
  writeFileSync(join(root, 'registry.config.json'), '{ "title": "Mirror" }\n')
})

afterAll(async () => {
  await served?.stop()
  rmSync(work, { recursive: true, force: true })
}, 60_000)

test('the real records are mirrored', async () => {
  const dump = join(work, 'records.ndjson')
  const records = officialRecords()
  writeFileSync(dump, records.map((record) => `${JSON.stringify(record)}\n`).join(''))
  const report = JSON.parse(await command('sync.ts', '--from', dump, '--format', 'json')) as SyncReport
  expect(report.records).toBe(records.length)
  expect(report.counts.newVersions).toBeGreaterThan(records.length / 2)
})

test('the mirror is valid', async () => {
  const { valid } = JSON.parse(await command('validate.ts', '--format', 'json')) as { valid: boolean }
  expect(valid).toBe(true)
})

test('the API is built from it and served', async () => {
  await command('api.ts')
  served = await servedTarget(dist, root)
})

describe.each<[string, () => Target]>([
  ['the request handler', () => served],
  ['GitHub Pages, X.html first', () => pagesTarget(dist, 'html-first')],
  ['GitHub Pages, X/ first', () => pagesTarget(dist, 'folder-first')],
])('%s', (_, target) => {
  test.each(clientVectors({ schemaFaults }))('$number: $title', ({ check }) => check(target()))
})
