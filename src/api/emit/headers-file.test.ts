import { expect, test } from 'vitest'
import { headersFile } from './headers-file.ts'

/** The rules as Cloudflare reads them: a star matches anything, slashes too, and every rule that matches adds its headers. */
function headersFor(path: string): string[] {
  const rules = [...headersFile().matchAll(/^(\/\S+)\n((?: {2}.+\n)+)/gm)]
  return rules
    .filter(([, pattern]) => new RegExp(`^${pattern!.replace(/[.]/g, '\\.').replace('*', '.*')}$`).test(path))
    .flatMap(([, , headers]) => headers!.trim().split(/\n\s*/))
}

const typesOf = (path: string): string[] =>
  headersFor(path).flatMap((header) => /^Content-Type: (.*)$/.exec(header)?.[1] ?? [])

test.each([
  ['/v0.1/servers/com.acme/x/versions/1.0.0', 'application/json; charset=utf-8'],
  ['/v0.1/servers/com.acme/feed.xml/versions/index.md', 'application/json; charset=utf-8'],
  ['/feed.xml', 'application/atom+xml; charset=utf-8'],
  ['/feed/type/npm.xml', 'application/atom+xml; charset=utf-8'],
  ['/servers/com.acme/feed.xml', 'application/atom+xml; charset=utf-8'],
  ['/servers/com.acme/x/feed.xml', 'application/atom+xml; charset=utf-8'],
  ['/servers/com.acme/x/index.md', 'text/markdown; charset=utf-8'],
  ['/browse/a-2.md', 'text/markdown; charset=utf-8'],
  ['/badge/com.acme/x.svg', 'image/svg+xml; charset=utf-8'],
  ['/.well-known/security.txt', 'text/plain; charset=utf-8'],
])('%s has one type, %s', (path, type) => expect(typesOf(path)).toEqual([type]))

test('pages keep the type that the host gives them', () => {
  for (const path of ['/', '/servers/com.acme/index.md/', '/servers/com.acme/x/', '/browse/', '/feeds/'])
    expect(typesOf(path)).toEqual([])
})
