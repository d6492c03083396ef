import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { anyText } from '../../../tests/support/any-text.ts'
import { compose } from '../compose.ts'
import { cluesInFolder } from './folder.ts'

const MAKE_PIPE = 'mkfifo'
const scratch = mkdtempSync(join(tmpdir(), 'folder-'))
afterAll(() => rmSync(scratch, { recursive: true }))

function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(scratch, 'p-'))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

const read = async (files: Record<string, string | Uint8Array>) => cluesInFolder(folderWith(files))

test('an empty folder says nothing', async () => {
  expect(await read({})).toEqual([])
})

describe('a broken file', () => {
  test('is a clue that says where, and stops nothing', async () => {
    const clues = await read({
      'server.json': '{\n  "name": }',
      'package.json': '{ "name": "weather",, }',
      'pyproject.toml': '[project]\nname = weather',
      'Cargo.toml': '[package\n',
      'Weather.csproj': '<Project><PropertyGroup></Project>',
      'manifest.json': 'null',
      Dockerfile: new Uint8Array([0x4c, 0xff, 0xfe]),
      'compose.yaml': 'services: [',
      'smithery.yaml': '%YAML 9\n&a [*a, *a',
      'glama.json': '['.repeat(100_000),
      '.env.example': 'A'.repeat(2 ** 20 + 1),
    })
    const warnings = clues.flatMap((clue) => clue.warnings)
    await expect(`${warnings.join('\n')}\n`).toMatchFileSnapshot('golden/broken-files.txt')
    expect(compose(clues).missing).toHaveLength(4)
  })

  test('never breaks the program, whatever is in it', async () => {
    const names = fc.constantFrom(
      'server.json',
      'package.json',
      'pyproject.toml',
      'Cargo.toml',
      'A.csproj',
      'manifest.json',
      'Dockerfile',
      'compose.yaml',
      'smithery.yaml',
      'glama.json',
      '.env.example',
      '.git/config',
      'a.ts',
    )
    const text = fc.oneof(
      fc.json(),
      anyText(),
      fc
        .array(
          fc.constantFrom(
            '[project]',
            'name',
            ' = ',
            '"x"',
            '{',
            '}',
            '\n',
            ': ',
            '- ',
            'LABEL ',
            '<a>',
            '&a ',
            '*a',
            '\\',
          ),
        )
        .map((parts) => parts.join('')),
      fc.uint8Array(),
    )
    const files = fc.dictionary(names, text, { maxKeys: 6 })
    await fc.assert(
      fc.asyncProperty(files, async (contents) => {
        for (const { says, warnings } of await read(contents)) {
          expect([says, ...warnings].join('')).not.toMatch(/[\x00-\x1f\x7f-\x9f\u202e]/)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('what is outside of the folder', () => {
  const secret = folderWith({ 'package.json': '{ "name": "outside" }', 'src/a.ts': 'process.env.OUTSIDE' })

  test('is not read through a link, to a file or to a folder', async () => {
    const folder = folderWith({})
    symlinkSync(join(secret, 'package.json'), join(folder, 'package.json'))
    symlinkSync(join(secret, 'src'), join(folder, 'src'))
    symlinkSync('loop', join(folder, 'loop'))
    expect(await cluesInFolder(folder)).toEqual([])
  })

  test('is not read through a path that a file names', async () => {
    writeFileSync(join(scratch, 'version.py'), '__version__ = "6.6.6"')
    const [clue] = await read({
      'pyproject.toml':
        '[project]\nname = "w"\nreadme = "../README.md"\n[tool.hatch.version]\npath = "../version.py"',
    })
    expect(clue!.server).not.toHaveProperty('version')
  })

  test('is read through a link within it', async () => {
    const folder = folderWith({ 'npm/package.json': '{ "name": "inside", "bin": "a.js" }' })
    symlinkSync('npm/package.json', join(folder, 'package.json'))
    expect((await cluesInFolder(folder))[0]!.says).toBe('inside (npm)')
  })
})

test('a named pipe is not waited for', async () => {
  const folder = folderWith({})
  execFileSync(MAKE_PIPE, [join(folder, 'package.json')])
  expect(await cluesInFolder(folder)).toEqual([])
})

describe('the Git repository', () => {
  const CONFIG =
    '[core]\n\tbare = false\n[remote "upstream"]\n\turl = https://github.com/other/weather\n[remote "origin"]\n\turl = https://me:secret@github.com/acme/weather-mcp.git\n\tfetch = +refs/heads/*\n'

  test('gives a name, and the subfolder where there is one', async () => {
    const folder = folderWith({ '.git/config': CONFIG, 'servers/rain/README.md': '' })
    expect((await cluesInFolder(folder))[0]).toMatchObject({ server: { name: 'io.github.acme/weather-mcp' } })
    const [clue] = await cluesInFolder(join(folder, 'servers/rain'))
    expect(clue).toEqual({
      source: 'git remote',
      says: 'github.com/acme/weather-mcp, folder servers/rain',
      server: {
        name: 'io.github.acme/rain',
        repository: {
          url: 'https://github.com/acme/weather-mcp',
          source: 'github',
          subfolder: 'servers/rain',
        },
      },
      warnings: [],
    })
  })

  test('is found from a worktree', async () => {
    const folder = folderWith({
      'main/.git/config': CONFIG,
      'main/.git/worktrees/w/commondir': '../..\n',
      'w/.git': 'gitdir: ../main/.git/worktrees/w\n',
    })
    expect((await cluesInFolder(join(folder, 'w')))[0]!.says).toBe('github.com/acme/weather-mcp')
  })

  test('elsewhere gives no name', async () => {
    const [clue] = await read({
      '.git/config': '[remote "home"]\n\turl = git@git.example.com:acme/weather.git\n',
    })
    expect(clue).toMatchObject({ says: 'neither on GitHub nor on GitLab', server: {} })
  })
})

describe('settings in the source code', () => {
  const namesIn = async (files: Record<string, string>) =>
    (await read(files)).flatMap(({ variables = [] }) => variables.map(({ name }) => name))

  test('are found in every language, but not what belongs to the machine', async () => {
    const source = {
      'src/config.ts':
        'process.env.A1; process.env["A2"]; Deno.env.get("A3"); Bun.env.A4; process.env.NODE_ENV',
      'app/a.py': 'os.environ["B1"], os.environ.get(\'B2\'), os.getenv("B3"), os.environ["HOME"]',
      'a.rs': 'env::var("C1")',
      'cmd/a.go': 'os.Getenv("D1"); os.LookupEnv("D2")',
      'A.cs': 'Environment.GetEnvironmentVariable("E1")',
    }
    expect(await namesIn(source)).toEqual(['A1', 'A2', 'A3', 'A4', 'B1', 'B2', 'B3', 'C1', 'D1', 'D2', 'E1'])
  })

  test('are not looked for in what is not shipped', async () => {
    const paths = [
      'node_modules/x/a.js',
      'test/a.ts',
      'a.test.ts',
      'test_a.py',
      'vite.config.ts',
      'dist/a.js',
      '.hidden/a.js',
      'a.d.ts',
    ]
    expect(await namesIn(Object.fromEntries(paths.map((path) => [path, 'process.env.NOT_SHIPPED'])))).toEqual(
      [],
    )
  })

  test('are not looked for where somebody wrote them down', async () => {
    expect(await namesIn({ 'a.ts': 'process.env.GUESSED', '.env.example': 'KNOWN=' })).toEqual(['KNOWN'])
  })

  test('are looked for in so many files, and no more', async () => {
    const files = Array.from({ length: 450 }, (_, i): [string, string] => [
      `f${String(i).padStart(3, '0')}.ts`,
      '',
    ])
    const all = Object.fromEntries(files)
    expect(await namesIn({ ...all, 'f399.ts': 'process.env.LAST', 'f400.ts': 'process.env.BEYOND' })).toEqual(
      ['LAST'],
    )
  })
})

test('names in other files are found, and what makes them secret', async () => {
  const clues = await read({
    'smithery.yaml':
      'startCommand:\n  configSchema:\n    required: [apiKey]\n    properties:\n      apiKey: { type: string, description: "Your\\nkey", default: do-not-read-me }\n  commandFunction: |-\n    (config) => ({ env: { ACME_API_KEY: config.apiKey, MAX_TOKENS: String(config.max) } })\n',
    'glama.json':
      '{"environmentVariablesJsonSchema": {"properties": {"ACME_PAT": {}, "not a name": {}, "TOKEN_FILE": {}}}}',
  })
  expect(clues.flatMap(({ variables = [] }) => variables)).toEqual([
    { name: 'ACME_API_KEY', description: 'Your key', isRequired: true, isSecret: true },
    { name: 'MAX_TOKENS' },
    { name: 'ACME_PAT', isSecret: true },
    { name: 'TOKEN_FILE' },
  ])
  expect(JSON.stringify(clues)).not.toContain('do-not-read-me')
})

describe('warnings about what cannot be run', () => {
  test.each<[string, Record<string, string>, RegExp | undefined]>([
    ['npm, no command', { 'package.json': '{"name": "w1"}' }, /no command/],
    ['npm, one command', { 'package.json': '{"name": "w1", "bin": {"other": "a.js"}}' }, undefined],
    [
      'npm, several commands',
      { 'package.json': '{"name": "@a/w1", "bin": {"a": "a.js", "b": "b.js"}}' },
      /2 commands/,
    ],
    [
      'npm, one of several',
      { 'package.json': '{"name": "@a/w1", "bin": {"w1": "a.js", "b": "b.js"}}' },
      undefined,
    ],
    ['pypi, no command', { 'pyproject.toml': '[project]\nname = "w1"\nversion = "1"' }, /no command/],
    [
      'pypi, another command',
      { 'pyproject.toml': '[project]\nname = "w1"\nversion = "1"\n[project.scripts]\nw2 = "a:b"' },
      /No command is called `w1`/,
    ],
    [
      'pypi, by Poetry',
      { 'pyproject.toml': '[tool.poetry]\nname = "w_1"\nversion = "1"\n[tool.poetry.scripts]\nw-1 = "a:b"' },
      undefined,
    ],
    [
      'pypi, a version that is made',
      { 'pyproject.toml': '[project]\nname = "w1"\ndynamic = ["version"]\n[project.scripts]\nw1 = "a:b"' },
      /made when the package is built/,
    ],
    [
      'cargo, a library',
      { 'Cargo.toml': '[package]\nname = "w1"\nversion = "1.0.0"', 'src/lib.rs': '' },
      /no program/,
    ],
    ['mcpb, not packed', { 'manifest.json': '{"name": "w1", "server": {"type": "node"}}' }, /Pack it/],
  ])('%s', async (_, files, warning) => {
    const [clue] = await read(files)
    if (warning) expect(clue!.warnings.join()).toMatch(warning)
    else expect(clue!.warnings).toEqual([])
  })

  test.each([
    ['package.json', '{"name": "w1", "private": true}'],
    ['Cargo.toml', '[package]\nname = "w1"\npublish = false'],
  ])('%s that is not published is refused', async (path, text) => {
    const clues = await read({ [path]: text })
    expect(compose(clues).refusal?.source).toBe(path)
    expect(clues[0]!.server.packages).toBeUndefined()
  })

  test('the manifest of a browser extension is none of ours', async () => {
    expect(
      await read({ 'manifest.json': '{"name": "Tab Saver", "manifest_version": 3, "version": "1.0"}' }),
    ).toEqual([])
  })
})
