import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WEATHER } from '../../src/cli/testing/listed.ts'
import { makeRepository, temporaryFolder, writeFiles } from '../support/git-repository.ts'
import { Gate } from '../support/github/gate.ts'
import { remoteServer } from '../support/github/remote-server.ts'
import { blocksIn, docPages, ROOT } from './code-blocks.ts'
import { openReader, type Place, type Reader } from './reader.ts'

/** Blocks that cannot be run here, by how they begin, and why. A new block is run, or stands here with a reason. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'npm ci && npm start': 'installs everything and builds all pages, as tests/browser does',
  "curl 'http://localhost:4321": 'tests/readme.test.ts asks it',
  'npx https://registry.example/cli.tgz publish': 'needs an account; tests/publish/cli.test.ts has one',
  'npm ci && npm run build': 'builds all pages, and serves them until somebody stops it',
  'cosign sign-blob': 'needs a workflow on GitHub that is signed in',
}

/** What a block says in the end, by how it begins. */
const SAYS: Readonly<Record<string, string | RegExp>> = {
  'npm run validate -- servers/': /1 file checked[^]*will be listed/,
  'npm run sync -- --from https://registry.example.com': /new versions +1\n[^]*1 servers in/,
  'npx https://registry.example/cli.tgz --help': 'Usage:',
  "alias mcp-git='npx": /mcp-git \d/,
  'npx https://registry.example/cli.tgz validate': '1 file checked',
  'npx https://registry.example/cli.tgz search weather\n': 'File     .vscode/mcp.json: not written',
  'npx https://registry.example/cli.tgz search weather --registry': WEATHER.name,
  'npx https://registry.example/cli.tgz keygen': /Publish its record[^]*proof\.json/,
  'git fetch origin main': 'will be listed',
  'npm run sync -- --from https://registry.modelcontextprotocol.io': 'Mirror the official registry',
  'npm run verify -- --base origin/main --head my-branch': 'will be listed',
  'openssl genpkey': /^v=MCPv1; k=ed25519; p=\S{44}$/m,
  'digest=$(openssl': /^{"version":1,"algorithm":"ed25519","signature":"\S{88}"}$/m,
}

/** What is typed behind a block that says nothing by itself. */
const THEN: Readonly<Record<string, string>> = {
  "alias mcp-git='npx": 'shopt -s expand_aliases\nmcp-git --version',
  'digest=$(openssl': 'cat proof.json',
}

const blocks = docPages()
  .flatMap(blocksIn)
  .filter(({ language }) => language === 'sh')

function startOf(text: string): string[] {
  return [...Object.keys(ELSEWHERE), ...Object.keys(SAYS)].filter((start) => text.startsWith(start))
}

let gate: Gate
let reader: Reader

beforeAll(async () => {
  gate = await Gate.open()
  gate.account('alice', { id: 583231 })
  const files = remoteServer('io.github.alice/weather', '1.0.0')
  const pull = gate.pull('alice', files, { number: 123 })
  const { repository } = gate.world
  repository.git(['-C', gate.clone, 'fetch', '--quiet', 'origin', `refs/pull/123/head:my-branch`])
  repository.git(['-C', gate.clone, 'checkout', '--quiet', 'my-branch'])
  expect(pull.headSha).not.toBe('')
  reader = await openReader()
}, 60_000)

afterAll(() => gate.close())

/** A clone of a registry in which a pull request is prepared. */
const inClone = (cwd = gate.clone): Place => ({
  cwd,
  env: {
    REGISTRY_ROOT: gate.clone,
    GITHUB_API_URL: gate.server.url,
    GITHUB_REPOSITORY: 'registry/servers',
    GITHUB_TOKEN: 'verify',
  },
})

const inProject = (name = WEATHER.name): Place => {
  const cwd = temporaryFolder()
  writeFiles(cwd, { 'server.json': JSON.stringify({ ...WEATHER, name }, undefined, 2) })
  return { cwd }
}

/** Where a reader of a page is. */
const PLACES: Readonly<Record<string, () => Place>> = {
  'README.md'() {
    const cwd = temporaryFolder()
    symlinkSync(join(ROOT, 'servers'), join(cwd, 'servers'))
    return inClone(cwd)
  },
  'docs/cli.md': () => inProject(),
  'docs/ownership.md': () => inProject('com.acme/search'),
  'docs/gate.md': () => inClone(),
  'docs/operate.md': () => inClone(),
  'docs/mirror.md'() {
    const { folder, write } = makeRepository()
    write({ 'registry.config.json': '{ "title": "Mirror" }\n' })
    return { cwd: folder, env: { REGISTRY_ROOT: folder } }
  },
}

test('every block of commands is run, or is known to need more than there is here', () => {
  const unlisted = blocks.filter(({ text }) => startOf(text).length !== 1).map(({ text }) => text)
  expect(unlisted).toEqual([])
  const used = new Set(blocks.flatMap(({ text }) => startOf(text)))
  expect([...used].sort()).toEqual([...Object.keys(ELSEWHERE), ...Object.keys(SAYS)].sort())
})

const runnable = blocks.filter(({ text }) => startOf(text).some((start) => start in SAYS))

describe.each([...new Set(runnable.map(({ page }) => page))])('the commands of %s work', (page) => {
  let place: Place
  beforeAll(() => {
    place = PLACES[page]!()
  })

  test.each(runnable.filter((block) => block.page === page).map(({ text }) => [text.split('\n')[0], text]))(
    '%s',
    async (_title, text) => {
      const [start = ''] = startOf(text)
      const { code, output } = await reader.type(`${text}${THEN[start] ?? ''}`, place)
      expect(code, output).toBe(0)
      expect(output).toMatch(SAYS[start]!)
    },
    60_000,
  )
})
