import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generateRegistry } from '../../scripts/bench/generate.ts'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { entriesOf } from '../../src/catalog/catalog.ts'
import { loadCatalog } from '../../src/catalog/read-catalog.ts'
import { nameKey } from '../../src/model/server-name.ts'
import { validateServerJson } from '../../src/validate/server-json.ts'

const SERVERS = 60
const VERSIONS = 200
const COMMITS = 50

let root: string
let catalog: Catalog

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'bench-'))
  for (const [name, seed] of Object.entries({ one: 1, same: 1, other: 2 })) {
    const folder = join(root, name)
    await generateRegistry({ servers: SERVERS, versions: VERSIONS, commits: COMMITS, seed, folder })
  }
  catalog = await loadCatalog(join(root, 'one'))
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: join(root, folder), encoding: 'utf8' }).trim()
}

test('the same seed gives the same commits, another seed another registry', () => {
  const [one, same, other] = ['one', 'same', 'other'].map((folder) => git(folder, 'rev-parse', 'HEAD'))
  expect(same).toBe(one)
  expect(other).not.toBe(one)
})

test('as many servers and versions as asked for, all of them sound', () => {
  expect(catalog.servers).toHaveLength(SERVERS)
  expect(entriesOf(catalog)).toHaveLength(VERSIONS)
})

test('every server.json may be published by the current rules', () => {
  for (const { server } of entriesOf(catalog)) {
    const { findings } = validateServerJson(JSON.stringify(server))
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  }
})

test('no two names differ in letter case only', () => {
  expect(new Set(catalog.servers.map(({ name }) => nameKey(name)))).toHaveLength(SERVERS)
})

test('committer times grow with every commit, and the work tree is clean', () => {
  const times = git('one', 'log', '--format=%ct').split('\n').map(Number)
  expect(times.toSorted((a, b) => b - a)).toEqual(times)
  expect(new Set(times)).toHaveLength(COMMITS + 1)
  expect(git('one', 'status', '--porcelain')).toBe('')
})
