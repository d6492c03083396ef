import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pageReuse } from './page-reuse.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'page-reuse-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const pages = { '/servers/a/': { name: 'a' }, '/servers/b/': { name: 'b' } }

/** Builds as the integration does; what is rendered says by which build it was. */
function build(inputs: Record<string, unknown>, by: string, key = 'code'): Record<string, string> {
  const [out, fresh] = [join(folder, 'dist'), join(folder, 'fresh')]
  const reuse = pageReuse(out, join(folder, 'cache/note.json'), key)
  for (const [path, input] of Object.entries(inputs)) {
    if (!reuse.needs(path, input)) continue
    const file = join(fresh, path, 'index.html')
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, by)
  }
  reuse.takeOver(fresh)
  rmSync(out, { recursive: true, force: true })
  renameSync(fresh, out)
  reuse.remember(out)
  return Object.fromEntries(
    Object.keys(inputs).map((path) => [path, readFileSync(join(out, path, 'index.html'), 'utf8')]),
  )
}

test('only pages that are made from something else are rendered again', () => {
  build(pages, 'first')
  expect(build({ ...pages, '/servers/b/': { name: 'changed' }, '/servers/c/': {} }, 'second')).toEqual({
    '/servers/a/': 'first',
    '/servers/b/': 'second',
    '/servers/c/': 'second',
  })
  expect(build(pages, 'third')['/servers/a/']).toBe('first')
})

test('other code makes every page anew', () => {
  build(pages, 'first')
  expect(Object.values(build(pages, 'second', 'other code'))).toEqual(['second', 'second'])
})

test('a page that somebody has touched or removed since is rendered again', () => {
  build(pages, 'first')
  writeFileSync(join(folder, 'dist/servers/a/index.html'), 'by hand')
  rmSync(join(folder, 'dist/servers/b'), { recursive: true })
  expect(Object.values(build(pages, 'second'))).toEqual(['second', 'second'])
})

test('a note that was cut off, or is none, is no reason to fail', () => {
  build(pages, 'first')
  writeFileSync(join(folder, 'cache/note.json'), '{"key":"co')
  expect(Object.values(build(pages, 'second'))).toEqual(['second', 'second'])
})
