import { expect, test } from 'vitest'
import { goldQueries, judgeSearch } from './gold.ts'
import { nodeSearch } from './node-search.ts'
import { smallRegistry } from './small-registry.ts'

test('what people look for is found', async () => {
  const search = await nodeSearch(smallRegistry())
  try {
    const { misses } = await judgeSearch(search, goldQueries('small-gold.json'))
    expect(misses).toEqual([])
  } finally {
    search.close()
  }
})
