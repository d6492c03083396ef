import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { catalogOf, makeServer } from '../../../tests/support/make-server.ts'
import type { CatalogServer } from '../../catalog/catalog.ts'
import { buildAside } from '../../api/emit/swap.ts'
import { partsOf, type Part } from './parts.ts'
import { planReuse } from './reuse.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'reuse-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const note = (): string => join(folder, 'cache/note.json')
const out = (): string => join(folder, 'dist')
const pageOf = (name: string): string => join(out(), `servers/${name}/index.html`)

const partsMadeOf = async (servers: CatalogServer[]): Promise<Map<Part, string>> =>
  partsOf(catalogOf(servers).servers)

/** Builds as the product does, from servers and their descriptions; every file says by which build it was made. */
async function build(
  servers: Record<string, string>,
  by: string,
  key = 'code',
): Promise<Record<string, string>> {
  const made = Object.entries(servers).map(([name, description]) =>
    makeServer(name, [{ server: { description } }]),
  )
  const reuse = await planReuse(out(), note(), key, partsMadeOf(made))
  const folders = new Set<string>()
  const write = (fresh: string, path: string): void => {
    mkdirSync(dirname(join(fresh, path)), { recursive: true })
    writeFileSync(join(fresh, path), by)
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) folders.add(folder)
  }
  await buildAside(out(), async (fresh) => {
    for (const path of ['index.html', 'r/head.json', `_astro/${key}.css`]) write(fresh, path)
    for (const name of Object.keys(servers))
      if (!reuse.kept.has(name)) write(fresh, `servers/${name}/index.html`)
    return reuse
  })
  reuse.remember(folders)
  return Object.fromEntries(Object.keys(servers).map((name) => [name, readFileSync(pageOf(name), 'utf8')]))
}

const SERVERS = { 'com.acme/a': 'A', 'com.acme/b': 'B' }

test('what has changed is made, the rest stays, and what is shared is always made', async () => {
  await build(SERVERS, 'first')
  expect(await build({ ...SERVERS, 'com.acme/b': 'New', 'com.other/c': 'C' }, 'second')).toEqual({
    'com.acme/a': 'first',
    'com.acme/b': 'second',
    'com.other/c': 'second',
  })
  expect(readFileSync(join(out(), 'index.html'), 'utf8')).toBe('second')
})

test('what is gone leaves neither a file nor an empty folder', async () => {
  await build({ ...SERVERS, 'com.other/c': 'C' }, 'first')
  await build(SERVERS, 'second')
  expect(existsSync(pageOf('com.acme/a'))).toBe(true)
  expect(readdirSync(join(out(), 'servers'))).toEqual(['com.acme'])
})

test('other code, or another setting, makes everything anew', async () => {
  await build(SERVERS, 'first')
  expect(Object.values(await build(SERVERS, 'second', 'other'))).toEqual(['second', 'second'])
  expect(readdirSync(join(out(), '_astro'))).toEqual(['other.css'])
})

test.each<[string, () => void]>([
  [
    'replaced',
    () => (writeFileSync(note() + '.mine', 'by hand'), renameSync(note() + '.mine', pageOf('com.acme/a'))),
  ],
  ['removed', () => rmSync(pageOf('com.acme/a'))],
  ['added', () => writeFileSync(join(out(), 'servers/com.acme/mine.txt'), 'mine')],
  ['taken from the note', () => writeFileSync(note(), '{"key":"co')],
])('where something was %s since, everything is made anew', async (_, meddle) => {
  await build(SERVERS, 'first')
  // The clock of a file system may tick as seldom as every ten milliseconds.
  await new Promise((resolve) => setTimeout(resolve, 20))
  meddle()
  expect(Object.values(await build(SERVERS, 'second'))).toEqual(['second', 'second'])
  expect(existsSync(join(out(), 'servers/com.acme/mine.txt'))).toBe(false)
})

test('a build that breaks off while it goes into place is not built upon', async () => {
  await build(SERVERS, 'first')
  const { place } = await planReuse(out(), note(), 'code', partsMadeOf([]))
  const fresh = join(folder, 'fresh')
  mkdirSync(fresh)
  expect(() => place!(fresh, out())).toThrow()
  expect(Object.values(await build(SERVERS, 'second'))).toEqual(['second', 'second'])
  await vi.waitFor(() => expect(readdirSync(folder).sort()).toEqual(['cache', 'dist', 'fresh']), 10_000)
})
