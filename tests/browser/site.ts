import { onceForAll } from '../support/once-for-all.ts'
import { writeFixture } from './fixture.ts'
import { buildFixture, serveFixture, type Site } from './served-site.ts'

/** Serves a registry, the fixture unless told otherwise, on a free port. It is built once for all test files. */
export async function startSite(fixture: (root: string) => void = writeFixture): Promise<Site> {
  return serveFixture(await onceForAll(fixture.name, (folder) => buildFixture(folder, fixture)))
}
