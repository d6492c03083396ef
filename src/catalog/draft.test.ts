import { describe, expect, test } from 'vitest'
import { serverFile, serverText, statementText } from '../../tests/support/registry-files.ts'
import { readDraft } from './draft.ts'
import { memoryTree } from './memory-tree.ts'
import { formatProblem } from './problem.ts'
import type { TreeFile } from './tree.ts'
import { twinProblems } from './twins.ts'

const NAME = 'io.github.alice/weather'
const FOLDER = 'servers/al/io.github.alice/weather'
const PATH = `${FOLDER}/1.0.0/server.json`

async function problemsOf(files: Record<string, string>): Promise<string[]> {
  const draft = await readDraft(memoryTree(files))
  return [...draft.problems, ...twinProblems(draft)].map(formatProblem)
}

async function problemsOfFile(file: Partial<TreeFile>): Promise<string[]> {
  const complete = { path: PATH, mode: '100644', bytes: Buffer.from(serverText(NAME, '1.0.0')), ...file }
  const draft = await readDraft({
    async *files() {
      yield complete
    },
  })
  return draft.problems.map(formatProblem)
}

const UPSTREAM = {
  source: 'https://registry.example',
  versions: {
    '1.0.0': { status: 'active', publishedAt: '2025-09-01T00:00:00.5Z', updatedAt: '2025-09-01T00:00:00.5Z' },
  },
}
const OWNER = { id: 1, login: 'alice', type: 'User', proof: 'author', since: '2025-09-01T00:00:00Z' }

test('a sound tree has no problems and gives everything', async () => {
  const draft = await readDraft(
    memoryTree({
      ...serverFile(NAME, '1.0.0'),
      ...serverFile(NAME, '2.0.0+b'),
      [`${FOLDER}/2.0.0%2Bb/proof.json`]: 'not looked at',
      [`${FOLDER}/upstream.json`]: JSON.stringify(UPSTREAM),
      [`${FOLDER}/listing.md`]: '---\nlinks: {}\n---\nHello',
      [`${FOLDER}/status.md`]: statementText({ status: 'deprecated' }),
      'servers/al/io.github.alice/owner.json': JSON.stringify(OWNER),
      'servers/al/io.github.alice/moderation.md': statementText({ status: 'deleted', reason: 'spam' }),
    }),
  )
  expect(draft.problems).toEqual([])
  expect(draft.versions.get(NAME)!.map(({ server }) => server.version)).toEqual(['1.0.0', '2.0.0+b'])
  expect(draft.upstream.get(NAME)).toEqual(UPSTREAM)
  expect(draft.listings.get(NAME)).toEqual({ links: {}, body: 'Hello' })
  expect(draft.owners.get('io.github.alice')).toEqual(OWNER)
  expect([...draft.statements.keys()]).toEqual([
    `${FOLDER}/status.md`,
    'servers/al/io.github.alice/moderation.md',
  ])
})

describe('a server.json that cannot be served', () => {
  const text = serverText(NAME, '1.0.0')
  test.each([
    ['broken JSON', text.replace('",\n  "version"', '"\n  "version"'), /^5:3 R203 /],
    ['a comment', `// hi\n${text}`, /^1:1 R203 /],
    ['nothing', '', /^1:1 R203 /],
    ['a byte order mark', `\ufeff${text}`, /^1:1 R202 /],
    [
      'a duplicate key',
      text.replace('"version"', '"name": "com.evil/x",\n  "version"'),
      /^5:3 R204 .*`name`/,
    ],
    [
      'a duplicate key in disguise',
      text.replace('"version"', '"n\\u0061me": "com.evil/x",\n  "version"'),
      /^5:3 R204 /,
    ],
    ['an array', '[]', /^1:1 R2\d\d /],
    ['a missing field', text.replace('"description"', '"_description"'), /^4:3 R2\d\d .*`description`/],
    ['a wrong type', text.replace('"1.0.0"', '1'), /^5:14 R2\d\d /],
    ['depth', text.replace('{', `{"x":${'['.repeat(40)}${']'.repeat(40)},`), /^1:\d+ R205 /],
    ['great depth', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, /^1:33 R205 /],
    ['great size', text.replace('Tells', 'T'.repeat(1024 * 1024)), /^1:1 R200 .* bytes; at most 1048576/],
    [
      'another name',
      serverText('io.github.alice/wether', '1.0.0'),
      /^3:11 R102 The folders say `io.github.alice\/weather`, but `name` is `io.github.alice\/wether`\. Move the file/,
    ],
    ['another case', serverText('io.github.Alice/weather', '1.0.0'), /^3:11 R102 /],
    [
      'another version',
      serverText(NAME, '1.0.1'),
      /^5:14 R102 The folders say `1.0.0`, but `version` is `1.0.1`/,
    ],
  ])('for %s', async (_, bad, problem) => {
    const problems = await problemsOf({ [PATH]: bad })
    expect(problems).toEqual([
      expect.stringMatching(new RegExp(`^${PATH}:${problem.source.replace(/^\^/, '')}`)),
    ])
  })

  test('for bytes that are not UTF-8', async () => {
    const bytes = Buffer.from(serverText(NAME, '1.0.0').replace('Tells', '\u00ff'), 'latin1')
    expect(await problemsOfFile({ bytes })).toEqual([expect.stringMatching(/:4:19 R201 /)])
  })

  test('for two reasons at once', async () => {
    const problems = await problemsOf({ [PATH]: serverText('com.evil/x', '9') })
    expect(problems).toEqual([expect.stringContaining(':3:11 R102'), expect.stringContaining(':5:14 R102')])
  })

  test('while rules that came later unpublish nothing', async () => {
    const odd = {
      title: 'x'.repeat(500),
      description: 'Say \\":\\" or "a": b',
      packages: [],
      stranger: { '\n': 1 },
    }
    expect(await problemsOf({ [PATH]: serverText(NAME, '1.0.0', odd) })).toEqual([])
  })
})

describe('files of our own that cannot be read', () => {
  const owner = 'servers/al/io.github.alice/owner.json'
  const upstream = `${FOLDER}/upstream.json`
  test.each([
    [owner, '{"proof":"dns",}', /:1:16 R203 /],
    [owner, '{"proof":"dns","since":"2025-09-01T00:00:00Z","proof":"author"}', /:1:47 R204 /],
    [
      owner,
      JSON.stringify({ ...OWNER, proof: 'word' }, null, 1),
      /:5:11 R114 `proof` must be one of `author`/,
    ],
    [owner, JSON.stringify({ ...OWNER, since: '2025-09-31T00:00:00Z' }), /R114 `since` is not a time/],
    [owner, JSON.stringify({ ...OWNER, id: '1' }), /R114 `id` must be of type integer, not string/],
    [owner, '{"proof":"dns"}', /:1:1 R114 The file needs the key `since`/],
    [owner, 'null', /:1:1 R114 The file must be of type object, not null/],
    [upstream, '{"source":"s"', /:1:14 R203 /],
    [
      upstream,
      JSON.stringify(UPSTREAM).replaceAll('09-01', '13-01'),
      /R114 `versions.1.0.0.publishedAt` is not a time: `2025-13-01/,
    ],
    [
      upstream,
      JSON.stringify(UPSTREAM).replaceAll('5Z', '5+01:00'),
      /R114 `versions.1.0.0.publishedAt` does not have the right form/,
    ],
    [
      upstream,
      JSON.stringify(UPSTREAM).replace('active', 'gone'),
      /:1:\d\d R114 `versions.1.0.0.status` must be one of/,
    ],
    [`${FOLDER}/status.md`, 'deleted', /:1:1 R110 /],
    [`${FOLDER}/1.0.0/status.md`, '---\nstatus: x\n---\n', /:2:1 R111 /],
    [`${FOLDER}/moderation.md`, '---\nstatus: deleted\n---\n', /:1:1 R111 The file needs the key `reason`/],
    [`${FOLDER}/listing.md`, '---\nlink: {}\n---\n', /:2:1 R111 The file has an unknown key `link`/],
  ])('%s: %s', async (path, text, problem) => {
    const problems = await problemsOf({ [path]: text })
    expect(problems[0]).toMatch(problem)
    expect(problems.every((line) => line.startsWith(`${path}:`))).toBe(true)
  })
})

describe('files that have no place', () => {
  test.each([
    [{ mode: '120000' }, /:1:1 R103 .* mode is 120000/],
    [{ mode: '100755' }, /:1:1 R103 .* mode is 100755/],
    [{ mode: '160000' }, /:1:1 R103 .* mode is 160000/],
    [{ path: `${FOLDER}/README.md` }, /README.md:1:1 R101 This path is not one of the files/],
    [{ path: `${FOLDER}/1.0.0/constructor` }, /constructor:1:1 R101 /],
    [{ path: 'servers/io/io.github.alice/owner.json' }, /R101 .* belongs in `al`/],
    [{ path: `${FOLDER}/1%0A/server.json` }, /1%0A\/server.json:1:1 R101 /],
    [{ path: `${FOLDER}/\n/server.json` }, /weather\/\\u000a\/server.json:1:1 R101 /],
    [{ bytes: Buffer.alloc(0), oversize: 2 ** 33 }, /R105 The file has 8589934592 bytes/],
  ])('%j', async (file, problem) => {
    const problems = await problemsOfFile(file)
    expect(problems).toEqual([expect.stringMatching(problem)])
  })
})

describe('twins', () => {
  const one = (name: string, version = '1.0.0'): Record<string, string> => serverFile(name, version)
  const mirrored = (name: string, ...versions: string[]): Record<string, string> => {
    const record = UPSTREAM.versions['1.0.0']
    const records = Object.fromEntries(versions.map((version) => [version, record]))
    const [namespace, server] = name.split('/') as [string, string]
    const path = `servers/${namespace.split('.').at(-1)!.slice(0, 2).toLowerCase()}/${namespace}/${server}/upstream.json`
    return { [path]: JSON.stringify({ ...UPSTREAM, versions: records }) }
  }

  test('among names, mirrored or not', async () => {
    const files = {
      ...one('com.acme/Search'),
      ...one('com.acme/search'),
      ...mirrored('com.acme/search', '1.0.0'),
    }
    expect(await problemsOf(files)).toEqual([
      expect.stringMatching(
        /^servers\/ac\/com.acme\/search\/1.0.0\/server.json:1:1 R601 The name `com.acme\/search` differs from `com.acme\/Search` in letter case only/,
      ),
    ])
  })

  test('among namespaces with different names', async () => {
    const files = { ...one('com.ACme/search'), ...one('com.Acme/weather') }
    expect(await problemsOf(files)).toEqual([
      expect.stringMatching(
        /^servers\/ac\/com.Acme:1:1 R601 The namespace `com.Acme` differs from `com.ACme`/,
      ),
    ])
    expect(await problemsOf({ ...files, ...mirrored('com.Acme/weather', '1.0.0') })).toEqual([])
  })

  test('among versions', async () => {
    const files = { ...one('com.acme/search', '1.0.0-RC'), ...one('com.acme/search', '1.0.0-rc') }
    expect(await problemsOf(files)).toEqual([
      expect.stringMatching(/1.0.0-rc\/server.json:1:1 R601 The version `1.0.0-rc` differs from `1.0.0-RC`/),
    ])
    expect(await problemsOf({ ...files, ...mirrored('com.acme/search', '1.0.0-rc') })).toEqual([])
  })
})
