import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { emitWithoutSite } from '../../src/api/emit/emit-api.ts'
import { assemble } from '../../src/catalog/assemble.ts'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { readConfig } from '../../src/catalog/config.ts'
import { diskTree } from '../../src/catalog/disk-tree.ts'
import { readDraft } from '../../src/catalog/draft.ts'
import { loadCatalog } from '../../src/catalog/read-catalog.ts'
import { fileTimes } from '../../src/catalog/times.ts'
import { RegistryError } from '../../src/model/registry-error.ts'
import { pagesTarget, servedTarget, type ServedTarget } from '../support/targets.ts'
import type { Target } from './target.ts'
import { clientVectors } from './vectors.ts'

const root = resolve(import.meta.dirname, '../..')
const dist = mkdtempSync(join(tmpdir(), 'clients-'))
let served: ServedTarget

beforeAll(async () => {
  emitWithoutSite(await catalogOf(root), readConfig(root, {}), dist)
  served = await servedTarget(dist, root)
})

afterAll(async () => {
  await served?.stop()
  rmSync(dist, { recursive: true, force: true })
})

/** The tests also run in a shallow clone, which has not enough history for a build. */
async function catalogOf(folder: string): Promise<Catalog> {
  try {
    return await loadCatalog(folder)
  } catch (error) {
    if (!(error instanceof RegistryError && error.code === 'R602')) throw error
    return assemble(await readDraft(diskTree(folder)), fileTimes(Date.now() * 1000), new Map()).catalog
  }
}

describe.each<[string, () => Target]>([
  ['the request handler', () => served],
  ['GitHub Pages, X.html first', () => pagesTarget(dist, 'html-first')],
  ['GitHub Pages, X/ first', () => pagesTarget(dist, 'folder-first')],
])('%s', (_, target) => {
  test.each(clientVectors())('$number: $title', async ({ check }) => check(target()))
})
