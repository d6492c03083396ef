import { expect, test } from 'vitest'
import { goldQueries, judgeSearch } from '../search/gold.ts'
import { nodeSearch } from '../search/node-search.ts'
import { corpusServers } from './corpus-servers.ts'

/** How many queries of a tier may fail. A change of the ranking that costs more has to say why. */
const ALLOWED: Readonly<Record<string, number>> = { first: 1, top3: 1, top10: 1, absent: 0, corrected: 1 }

test('what people look for among the real servers is found', async () => {
  const search = await nodeSearch(corpusServers())
  try {
    const { scores, misses } = await judgeSearch(search, goldQueries('gold.json'))
    console.table(scores)
    console.log(misses.join('\n'))
    for (const { tier, queries, met } of scores)
      expect(queries - met, misses.join('\n')).toBeLessThanOrEqual(ALLOWED[tier]!)
  } finally {
    search.close()
  }
})
