import { beforeAll, expect, test } from 'vitest'
import { shareRegistry, type OpenRegistry } from '../shared-registry.ts'
import { docText } from './doc-text.ts'

beforeAll(() => shareRegistry({ config: { base: '/registry/' } } as OpenRegistry))

test('commands have the address of this registry, and links to other pages its base, once', () => {
  const html =
    '<code>npx https://registry.example/cli.tgz</code> <a href="/publish/">a</a> <a href="api.md">b</a> <a href="//x.example/">c</a>'
  expect(docText(html, 'https://acme.example/registry/')).toBe(
    '<code>npx https://acme.example/registry/cli.tgz</code> <a href="/registry/publish/">a</a> <a href="/registry/docs/api/">b</a> <a href="//x.example/">c</a>',
  )
})
