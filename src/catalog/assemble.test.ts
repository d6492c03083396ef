import { expect, test } from 'vitest'
import { serverFile, statusFile } from '../../tests/support/registry-files.ts'
import { assemble } from './assemble.ts'
import { entriesOf, type Catalog } from './catalog.ts'
import { readDraft } from './draft.ts'
import { memoryTree } from './memory-tree.ts'
import { fileTimes } from './times.ts'

async function catalogOf(files: [string, string][]): Promise<Catalog> {
  return assemble(await readDraft(memoryTree(Object.fromEntries(files))), fileTimes(7), new Map())
}

test('the order in which files are found makes no difference', async () => {
  const files = Object.entries({
    ...serverFile('com.acme/search', 'b'),
    ...serverFile('com.acme/search', 'a'),
    ...serverFile('com.acme/search', 'c'),
    ...serverFile('com.Zeta/x1', 'v1.0.0'),
    ...serverFile('com.Zeta/x1', '1.0.0'),
    ...serverFile('com.alpha/x1', '10.0.0'),
    ...serverFile('com.alpha/x1', '9.0.0'),
    ...statusFile('com.acme/search', undefined, 'deprecated'),
  })
  const catalog = await catalogOf(files)
  expect(await catalogOf(files.toReversed())).toEqual(catalog)
  expect(entriesOf(catalog).map(({ name, version }) => `${name} ${version}`)).toEqual([
    'com.Zeta/x1 1.0.0',
    'com.Zeta/x1 v1.0.0',
    'com.acme/search a',
    'com.acme/search b',
    'com.acme/search c',
    'com.alpha/x1 10.0.0',
    'com.alpha/x1 9.0.0',
  ])
  // Of equals that were published at once, the first by bytes.
  expect(catalog.servers.map(({ latest }) => latest.version)).toEqual(['1.0.0', 'a', '10.0.0'])
  expect(catalog.servers.every(({ entries, latest }) => entries.includes(latest))).toBe(true)
})

test('the catalog is as new as its newest entry, and an empty one is not', async () => {
  expect((await catalogOf(Object.entries(serverFile('com.acme/search', '1')))).updatedAt).toBe(7)
  expect(await catalogOf([])).toEqual({ servers: [], updatedAt: 0 })
})

test('a server carries its listing and its namespace’s owner', async () => {
  const owner = { proof: 'dns', since: '2025-09-01T00:00:00Z' }
  const catalog = await catalogOf([
    ...Object.entries(serverFile('com.acme/search', '1')),
    ['servers/ac/com.acme/owner.json', JSON.stringify(owner)],
    ['servers/ac/com.acme/search/listing.md', '---\nlinks: {}\n---\nHello'],
  ])
  expect(catalog.servers[0]).toMatchObject({ owner, listing: { links: {}, body: 'Hello' } })
})
