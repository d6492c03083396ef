import { assemble } from '../../src/catalog/assemble.ts'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { readDraft } from '../../src/catalog/draft.ts'
import { memoryTree } from '../../src/catalog/memory-tree.ts'
import { fileTimes, type Times } from '../../src/catalog/times.ts'
import { builtFiles } from '../support/memory-assets.ts'
import { TEST_CONFIG } from '../support/make-catalog.ts'
import { FIXTURE_FILES, PUBLISHED } from './fixture-entries.ts'

const COMMIT = '0123456789abcdef0123456789abcdef01234567'
const STATED_AT = 1_770_000_000 * 1e6

/** The fixture's registry, read by the same functions that read a tree on disk. */
export async function fixtureCatalog(): Promise<Catalog> {
  const draft = await readDraft(memoryTree(FIXTURE_FILES))
  const { catalog, problems } = assemble(draft, fixtureTimes(), new Map())
  const all = [...draft.problems, ...problems]
  if (all.length > 0) throw new Error(`the fixture is wrong: ${JSON.stringify(all)}`)
  return { ...catalog, commit: COMMIT }
}

/** The files of the fixture's build. */
export async function fixtureFiles(): Promise<Map<string, Uint8Array>> {
  return builtFiles(await fixtureCatalog(), TEST_CONFIG)
}

function fixtureTimes(): Times {
  return {
    ...fileTimes(STATED_AT),
    publicationOf({ path }) {
      const [, , namespace, name, version] = path.split('/')
      const seconds = PUBLISHED[`${namespace}/${name}/${version}`]
      if (seconds === undefined) return { at: 1_760_000_000 * 1e6, order: 0 }
      return { at: Math.round(seconds * 1e6), order: 1, commit: COMMIT, pullRequest: 12 }
    },
  }
}
