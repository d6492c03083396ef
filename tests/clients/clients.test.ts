import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { emitWithoutSite } from '../../src/api/emit/emit-api.ts'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { readConfig } from '../../src/catalog/config.ts'
import { loadCatalog } from '../../src/catalog/read-catalog.ts'
import { RegistryError } from '../../src/model/registry-error.ts'
import { OpenApiContract } from '../support/openapi-contract.ts'
import { pagesTarget, servedTarget, type ServedTarget } from '../support/targets.ts'
import type { Target } from './target.ts'
import { clientVectors } from './vectors.ts'

const root = resolve(import.meta.dirname, '../..')
const work = mkdtempSync(join(tmpdir(), 'clients-'))
const dist = join(work, 'dist')
const contract = new OpenApiContract(readFileSync(join(root, 'src/api/openapi.yaml'), 'utf8'))
const schemaFaults = (entry: unknown) => contract.schemaFaults('Entry', entry)
let served: ServedTarget

/** A machine with other things to do takes its time to start a process. */
const HOOK_TIMEOUT = 60_000

beforeAll(async () => {
  await emitWithoutSite(await catalogOf(root), readConfig(root, {}), dist)
  served = await servedTarget(dist, root)
}, HOOK_TIMEOUT)

afterAll(async () => {
  await served?.stop()
  rmSync(work, { recursive: true, force: true })
}, HOOK_TIMEOUT)

/** The tests also run in a shallow clone: it has not enough history for a build, but its files have times. */
async function catalogOf(folder: string): Promise<Catalog> {
  try {
    return await loadCatalog(folder)
  } catch (error) {
    if (!(error instanceof RegistryError && error.code === 'R602')) throw error
    const copy = join(work, 'copy')
    cpSync(join(folder, 'servers'), join(copy, 'servers'), { recursive: true })
    return loadCatalog(copy)
  }
}

describe.each<[string, () => Target]>([
  ['the request handler', () => served],
  ['GitHub Pages, X.html first', () => pagesTarget(dist, 'html-first')],
  ['GitHub Pages, X/ first', () => pagesTarget(dist, 'folder-first')],
])('%s', (_, target) => {
  test.each(clientVectors({ schemaFaults }))('$number: $title', async ({ check }) => check(target()))
})
