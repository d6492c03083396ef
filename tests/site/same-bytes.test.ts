import { appendFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { serverFolder } from '../../src/model/tree-path.ts'
import { MANY_VERSIONS, writeFixture } from '../browser/fixture.ts'
import { makeRepository, temporaryFolder, type TestRepository } from '../support/git-repository.ts'
import { serverFile, statementText, statusFile } from '../support/registry-files.ts'
import { buildSite } from '../support/site/build-site.ts'
import { digestFolder } from '../support/site/digest-folder.ts'
import { copyProject } from '../support/site/project-copy.ts'

const NAME = 'io.github.acme/weather-mcp'

const OWNER = JSON.stringify({
  id: 7,
  login: 'acme',
  type: 'User',
  proof: 'author',
  since: '2026-11-01T00:00:00Z',
})

let project: string
let repository: TestRepository
/** Where every build finds the one before it. */
let kept: string
let now = 1_790_000_000

const commit = (files: Record<string, string | null>): string =>
  repository.commit(files, { at: (now += 86_400) })

beforeAll(async () => {
  project = copyProject()
  repository = makeRepository()
  writeFixture(repository.folder)
  commit({})
  kept = join(temporaryFolder(), 'dist')
  await buildSite(repository.folder, kept, project)
}, 120_000)

/** Builds what is there now in a place where nothing was, and says whether the kept build comes out the same. */
async function expectSame(): Promise<void> {
  const fresh = join(temporaryFolder(), 'dist')
  await buildSite(repository.folder, kept, project)
  await buildSite(repository.folder, fresh, project)
  expect(digestFolder(kept)).toEqual(digestFolder(fresh))
  rmSync(fresh, { recursive: true })
}

const page = (name: string): string => readFileSync(join(kept, `servers/${name}/index.html`), 'utf8')

test('two builds of the same give the same bytes', expectSame, 120_000)

test.each<[string, () => void, () => void]>([
  [
    'a version is published, and a server by one who has others',
    () =>
      commit({
        ...serverFile(NAME, '2.0.0', { title: 'Acme Weather Two' }),
        ...serverFile('io.github.acme/third', '1.0.0'),
      }),
    () => {
      expect(page(NAME)).toContain('Acme Weather Two')
      expect(page('io.github.acme')).toContain('/servers/io.github.acme/third/')
    },
  ],
  [
    'a server is deprecated',
    () => commit(statusFile(NAME, undefined, 'deprecated', 'Tired of it.')),
    () => expect(page(NAME)).toContain('Tired of it.'),
  ],
  [
    'a server is taken down, and a version is taken back',
    () => {
      const decision = statementText({ status: 'deleted', reason: 'spam' })
      commit({
        [`${serverFolder('com.many/ways')}/moderation.md`]: decision,
        ...statusFile(MANY_VERSIONS, '1.11.0', 'deleted', 'Published by mistake.'),
      })
    },
    () => {
      expect(page('com.many/ways')).toMatch(/removed by the registry/i)
      expect(page(MANY_VERSIONS)).toContain('<i>&#34;1.10.0&#34;</i>')
    },
  ],
  [
    'a publisher says more, an owner becomes known, and a server is gone',
    () =>
      commit({
        [`${serverFolder(NAME)}/listing.md`]: statementText({ links: '{}' }, 'Reads every barometer.'),
        'servers/ac/io.github.acme/owner.json': OWNER,
        [serverFolder('com.many/variables')]: null,
      }),
    () => {
      expect(page(NAME)).toContain('Reads every barometer.')
      expect(statSync(join(kept, 'servers/com.many/variables'), { throwIfNoEntry: false })).toBeUndefined()
    },
  ],
  [
    'the operator changes a setting',
    () =>
      commit({ 'registry.config.json': '{ "title": "Renamed Registry", "repository": "acme/registry" }\n' }),
    () => expect(page(NAME)).toContain('Renamed Registry'),
  ],
  [
    'a template and a style change',
    () => {
      const footer = join(project, 'src/components/SiteFooter.astro')
      const text = readFileSync(footer, 'utf8')
      writeFileSync(footer, text.replace('</footer>', '<p>Made anew</p></footer>'))
      appendFileSync(join(project, 'src/styles/base.css'), '\n.made-anew { color: inherit }\n')
    },
    () => expect(page(NAME)).toContain('Made anew'),
  ],
  [
    'somebody has meddled with the last build',
    () => {
      writeFileSync(join(kept, `servers/${NAME}/index.html`), 'meddled')
      rmSync(join(kept, 'servers/io.github.acme/index.html'))
    },
    () => expect(page(NAME)).not.toContain('meddled'),
  ],
])(
  'when %s, a build on top of the last is a build from nothing',
  async (_, change, check) => {
    change()
    await expectSame()
    check()
  },
  120_000,
)
