import { expect, test } from 'vitest'
import { builtFiles, memoryAssets } from '../../tests/support/memory-assets.ts'
import { makeCatalog, TEST_CONFIG, type EntrySketch } from '../../tests/support/make-catalog.ts'
import { lostEntries, readIndex } from './retention.ts'

const entry = (name: string, version: string): EntrySketch => ({ name, version, publishedAt: 1_700_000_000 })
const indexOf = async (...entries: EntrySketch[]) =>
  (await readIndex(memoryAssets(builtFiles(makeCatalog(entries), TEST_CONFIG))))!

test('a build that has everything loses nothing', async () => {
  const live = await indexOf(entry('com.acme/a', '1.0.0'))
  const built = await indexOf(
    entry('com.acme/a', '1.0.0'),
    entry('com.acme/a', '1.1.0'),
    entry('com.acme/b', '1.0.0'),
  )
  expect(lostEntries(live, built)).toEqual([])
})

test('names what is lost, even where the number of versions grew', async () => {
  const live = await indexOf(entry('com.acme/a', '1.0.0'), entry('com.acme/b', '1.0.0'))
  const built = await indexOf(
    entry('com.acme/a', '1.1.0'),
    entry('com.acme/b', '1.0.0'),
    entry('com.acme/b', '2.0.0'),
  )
  expect(lostEntries(live, built)).toEqual(['com.acme/a@1.0.0'])
})

test('where nothing was deployed yet there is no index', async () => {
  expect(await readIndex(memoryAssets(new Map()))).toBeUndefined()
})

test('a head that names a file that is gone is an error, not an empty registry', async () => {
  const files = builtFiles(makeCatalog([entry('com.acme/a', '1.0.0')]), TEST_CONFIG)
  for (const path of files.keys()) if (path.startsWith('r/i/')) files.delete(path)
  await expect(readIndex(memoryAssets(files))).rejects.toMatchObject({ code: 'R607' })
})
