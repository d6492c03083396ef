import { expect, test } from 'vitest'
import { visibleText } from './visible-text.ts'

test.each([
  ['<p>mcp-name: <code>a/b</code></p><p>c</p>', '\nmcp-name: a/b\n\nc\n'],
  ['a<!-- hidden -->b<!-- open', 'ab'],
  ['<a href="https://x.example/?a>b">', 'b">'],
  ['a<br>b<script>hidden</script >c', 'a\nb\nc'],
  ['1 &lt; 2 &amp;amp; &unknown;', '1 < 2 &amp; &unknown;'],
])('%s', (html, text) => {
  expect(visibleText(html)).toBe(text)
})
