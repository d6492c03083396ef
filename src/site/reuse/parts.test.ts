import { expect, test } from 'vitest'
import { catalogOf, makeServer } from '../../../tests/support/make-server.ts'
import { TEST_CONFIG } from '../../../tests/support/make-catalog.ts'
import { apiFiles } from '../../api/emit/api-files.ts'
import { partFiles, sharedFiles } from '../emit/site-files.ts'
import { publisherPath, serverPath, versionsPath } from '../links.ts'
import { partOf, partsOf } from './parts.ts'

const NAME = 'io.github.acme/feed.xml'
const catalog = catalogOf([makeServer(NAME, [{ version: '1.0.0' }]), makeServer('com.other/x', [{}])])

/** Paths of all files that are made where some parts stay. */
function made(keeps: (part: string) => boolean): string[] {
  return [
    ...apiFiles(catalog, TEST_CONFIG, { keeps }),
    ...sharedFiles(catalog, TEST_CONFIG),
    ...partFiles(catalog, TEST_CONFIG, keeps),
  ].map(({ path }) => path)
}

test('the files that are not made for a part are just those that belong to it', () => {
  const all = made(() => false)
  for (const part of [NAME, 'io.github.acme']) {
    const left = new Set(made((other) => other === part))
    const missing = all.filter((path) => !left.has(path))
    expect(missing).not.toEqual([])
    expect(missing).toEqual(all.filter((path) => partOf(path) === part))
  }
})

test('pages belong to the server or the publisher that they show', () => {
  const file = (path: string): string => `${path.slice(1)}index.html`
  expect(partOf(file(serverPath(NAME)))).toBe(NAME)
  expect(partOf(file(versionsPath(NAME)))).toBe(NAME)
  expect(partOf(file(publisherPath('io.github.acme')))).toBe('io.github.acme')
})

test.each([
  'index.html',
  'v0.1/servers.json',
  'v0.1/servers/index.html',
  'r/head.json',
  'feed/updated.xml',
  'browse/a/index.html',
])('%s is shared', (path) => expect(partOf(path)).toBeUndefined())

test('a part is another once anything that it shows is', () => {
  const [before, after] = [{}, { version: '1.0.1' }].map((entry) =>
    partsOf(catalogOf([makeServer('com.acme/a', [entry]), makeServer('com.acme/b', [{}])]).servers),
  )
  const changed = [...before!].filter(([part, made]) => after!.get(part) !== made)
  expect(changed.map(([part]) => part)).toEqual(['com.acme/a', 'com.acme'])
})
