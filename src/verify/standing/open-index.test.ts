import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeRepository, type TestRepository } from '../../../tests/support/git-repository.ts'
import { serverFile } from '../../../tests/support/registry-files.ts'
import { openIndex } from './open-index.ts'
import { RegistryIndex } from './registry-index.ts'

const remote = (url: string): object => ({ remotes: [{ type: 'streamable-http', url }] })

/** The index at HEAD, line by line. */
async function indexOf({ folder, git }: TestRepository): Promise<string[]> {
  const index = await openIndex(folder, git('rev-parse', 'HEAD'))
  return index.toString().trim().split('\n').sort()
}

/** The same without anything that was kept. */
async function freshIndexOf(repository: TestRepository): Promise<string[]> {
  const clone = makeRepository()
  clone.git('pull', '--quiet', repository.folder, 'main')
  return indexOf(clone)
}

function begin(): TestRepository {
  const repository = makeRepository()
  repository.commit(
    {
      ...serverFile('com.acme/search', '1.0.0', remote('https://mcp.acme.com/mcp')),
      ...serverFile('com.acme/search', '1.1.0', remote('https://mcp.acme.com/mcp')),
      ...serverFile('io.github.alice/weather', '1.0.0'),
      'README.md': 'https://mcp.acme.com/mcp',
    },
    { at: 1 },
  )
  return repository
}

test('it knows all names, and who uses a remote', async () => {
  const { folder, git } = begin()
  const index = await openIndex(folder, git('rev-parse', 'HEAD'))
  expect(index.namesLike('COM.acme/se-arch')).toEqual(['com.acme/search'])
  expect(index.usersOf('https://mcp.acme.com/mcp')).toEqual([
    { name: 'com.acme/search', version: '1.0.0' },
    { name: 'com.acme/search', version: '1.1.0' },
  ])
  expect(index.usersOf('https://MCP.acme.com:443/x/../mcp')).toHaveLength(2)
  const spellings = ['/mcp/', '/mcp#x', '/mcp?', '//mcp', '/%6dcp']
  for (const path of spellings) expect(index.usersOf(`https://mcp.acme.com.${path}`)).toHaveLength(2)
  for (const path of ['/mcp2', '/MCP', '/mcp?a', '/m%2Fcp']) {
    expect(index.usersOf(`https://mcp.acme.com${path}`)).toEqual([])
  }
})

test('what is odd in a version or an address stays what it is', () => {
  const index = new RegistryIndex()
  const odd = { name: 'com.acme/x', version: '1 0\n%20º', remotes: ['https://a b\n\ud800'] }
  index.add([odd])
  expect(new RegistryIndex(index.toString()).usersOf('https://a b\n\ufffd')).toEqual([
    { name: odd.name, version: odd.version },
  ])
  expect(index.toString().split('\n').filter(Boolean)).toHaveLength(3)
})

test('what came since is added, and says the same as a fresh look', async () => {
  const repository = begin()
  await indexOf(repository)
  repository.commit(serverFile('com.other/map', '2.0.0', remote('https://map.other.com/sse')), { at: 2 })
  expect(await indexOf(repository)).toEqual(await freshIndexOf(repository))
})

test.each([
  ['removed', { 'servers/ac/com.acme/search/1.0.0/server.json': null }],
  ['changed', serverFile('com.acme/search', '1.0.0', remote('https://new.acme.com/mcp'))],
])('a version that was %s is not remembered as it was', async (_, files) => {
  const repository = begin()
  await indexOf(repository)
  repository.commit(files, { at: 2 })
  expect(await indexOf(repository)).toEqual(await freshIndexOf(repository))
})

test('an index that cannot be used is made anew: broken, of another form, or of a commit that is gone', async () => {
  const repository = begin()
  const expected = await indexOf(repository)
  const path = join(repository.folder, '.git/registry/index')
  expect(existsSync(path)).toBe(true)
  const gone = `registry index 3 of ${'1'.repeat(40)}\nname x x/y\n`
  for (const text of ['{', 'registry index 0 of x\n', gone, gone.trim()]) {
    writeFileSync(path, text)
    expect(await indexOf(repository)).toEqual(expected)
  }
})
