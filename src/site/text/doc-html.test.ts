import { beforeAll, expect, test } from 'vitest'
import { docHtml } from './doc-html.ts'
import { shareRegistry, type OpenRegistry } from '../shared-registry.ts'

beforeAll(() => shareRegistry({ config: { base: '/registry/' } } as OpenRegistry))

test('links between files lead to pages, and other links stay', () => {
  expect(
    docHtml(
      '<a href="api.md#paging">a</a> <a href="./index.md">b</a> <a href="https://x.example/y.md">c</a>',
    ),
  ).toBe(
    '<a href="/registry/docs/api/#paging">a</a> <a href="/registry/docs/">b</a> <a href="https://x.example/y.md">c</a>',
  )
})

test('the title is the page’s own, and wide things can be scrolled by keyboard', () => {
  expect(docHtml('<h1 id="t">T</h1>\n<table></table><pre><code></code></pre>')).toBe(
    '\n<div class="wide" tabindex="0"><table></table></div><pre tabindex="0"><code></code></pre>',
  )
})
