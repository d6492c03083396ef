import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { CatalogServer } from '../../src/catalog/catalog.ts'
import { answer, type Answer } from '../../src/site/client/search/answer.ts'
import { startEngine, type Engine } from '../../src/site/client/search/pagefind.ts'
import { readState } from '../../src/site/client/search/search-state.ts'
import { writeFiles } from '../../src/api/emit/write-files.ts'
import { searchTables } from '../../src/site/search/search-files.ts'
import { startSearchIndex } from '../../src/site/search/search-index.ts'
import { TEST_CONFIG } from '../support/make-catalog.ts'

export interface NodeSearch {
  engine: Engine
  /** The address of the site, with a `/` at the end. */
  base: string
  /** The answer of the search page to what its address says. */
  answer(address: string): Promise<Answer>
  /** The names on the first page, folded ones left out. */
  names(query: string): Promise<string[]>
  close(): void
}

/** Builds the index of the site, and searches it in Node with the code that searches it in browsers. */
export async function nodeSearch(servers: readonly CatalogServer[]): Promise<NodeSearch> {
  const folder = mkdtempSync(join(tmpdir(), 'registry-search-'))
  await startSearchIndex(servers, TEST_CONFIG).write(folder)
  await writeFiles(folder, searchTables({ servers: [...servers], updatedAt: 0 }))
  const restore = pretendBrowser()
  const engine = await startEngine(pathToFileURL(join(folder, 'pagefind/pagefind.js')).href)
  const ask = (address: string) => answer(engine, readState(address))
  return {
    engine,
    base: pathToFileURL(`${folder}/`).href,
    answer: ask,
    async names(query) {
      const { groups } = await ask(`?q=${encodeURIComponent(query)}`)
      return groups.map(({ row }) => row.name)
    },
    close() {
      restore()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What Pagefind asks of a browser: the language of the page, and the files of the index. */
function pretendBrowser(): () => void {
  const { fetch } = globalThis
  const world = globalThis as { document?: unknown }
  world.document = { currentScript: null, querySelector: () => ({ getAttribute: () => 'en' }) }
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input)
    if (!address.startsWith('file:')) return fetch(input, init)
    return new Response(readFileSync(fileURLToPath(address.replace(/\?.*/, ''))))
  }
  return () => {
    delete world.document
    globalThis.fetch = fetch
  }
}
