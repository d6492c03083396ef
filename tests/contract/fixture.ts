import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { loadCatalog } from '../../src/catalog/read-catalog.ts'
import { TEST_CONFIG } from '../support/make-catalog.ts'
import { builtFiles } from '../support/memory-assets.ts'
import { FIXTURE_FILES } from './fixture-entries.ts'

/** As the gate writes it. */
const BY_THE_GATE = `Publish com.example/full 1.0.0+build (#11)

Registry-Pull-Request: 11
Registry-Head: ${'a'.repeat(40)}
Registry-Publisher: alice (583231)
Registry-Proof: dns
Registry-Approval: carol (9919)
Registry-Evidence: npm @example/full@1.0.0 integrity sha512-abc=`

/** What each commit of the fixture's history adds, and when. The first pattern that fits a path takes it. */
const COMMITS: { at: string; message: string; adds: RegExp }[] = [
  { at: '2025-10-09T08:53:20Z', message: 'Begin', adds: /^(?!.*(\.md|\/files\/.*|\/full\/.*)$)/ },
  { at: '2025-10-09T08:53:20Z', message: BY_THE_GATE, adds: /\/full\// },
  { at: '2025-11-03T10:12:13Z', message: 'Add files 1.0.0 (#12)', adds: /\/files\/1\.0\.0\/server\.json$/ },
  { at: '2025-12-06T05:46:40+01:00', message: 'Add files 1.2.0 (#13)', adds: /\/files\/1\.2\.0\// },
  { at: '2026-02-01T08:59:00Z', message: 'Add files 1.10.0 (#14)', adds: /\/files\/1\.10\.0\// },
  { at: '2026-02-02T02:40:00Z', message: 'State', adds: /\.md$/ },
]

/** The fixture's registry, read from a Git repository that is made for it and removed again. */
async function fixtureCatalog(): Promise<Catalog> {
  const folder = mkdtempSync(join(tmpdir(), 'contract-'))
  try {
    git(folder, ['init', '-q', '-b', 'main'])
    for (const commit of COMMITS) addCommit(folder, commit)
    return await loadCatalog(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The files of the fixture's build. */
export async function fixtureFiles(): Promise<Map<string, Uint8Array>> {
  return builtFiles(await fixtureCatalog(), TEST_CONFIG)
}

function addCommit(folder: string, { at, message, adds }: (typeof COMMITS)[number]): void {
  for (const [path, text] of Object.entries(FIXTURE_FILES)) {
    if (!adds.test(path)) continue
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  git(folder, ['add', '-A'])
  git(folder, ['commit', '-q', '-m', message], { GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at })
}

function git(folder: string, command: string[], env: NodeJS.ProcessEnv = {}): void {
  execFileSync('git', command, {
    cwd: folder,
    env: {
      ...process.env,
      // Nobody's own settings, such as signing, may take part.
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'Test',
      GIT_AUTHOR_EMAIL: 'test@example.com',
      GIT_COMMITTER_NAME: 'Test',
      GIT_COMMITTER_EMAIL: 'test@example.com',
      ...env,
    },
  })
}
