import { expect, test } from 'vitest'
import { stepsHtml } from './steps-html.ts'

test('a text to copy is text, whatever it says', () => {
  const html = stepsHtml([
    { type: 'file', path: '~/<b>.json', language: 'json', text: `</code><script>alert("'")</script>` },
    { type: 'command', shell: 'posix', text: 'a && b', note: 'Then `c`.' },
  ])
  expect(html).toBe(
    '<figure><figcaption><code>~/&#60;b&#62;.json</code></figcaption><pre translate="no"><code>' +
      '&#60;/code&#62;&#60;script&#62;alert("\'")&#60;/script&#62;</code></pre></figure>' +
      '<figure><figcaption>Terminal</figcaption><pre translate="no"><code>a &#38;&#38; b</code></pre>' +
      '<p class="meta">Then <code>c</code>.</p></figure>',
  )
})

test('only the links of clients become links', () => {
  const link = (url: string): string => stepsHtml([{ type: 'link', label: 'Add', url }])
  expect(link('vscode:mcp/install?%7B%22name%22%3A%22x%22%7D')).toBe(
    '<p class="links"><a class="button primary" rel="nofollow ugc noopener" ' +
      'href="vscode:mcp/install?%7B%22name%22%3A%22x%22%7D">Add</a></p>',
  )
  for (const url of [
    'javascript:alert(1)',
    'data:text/html,x',
    'http://x.example/',
    'https://a:b@x.example/',
    'x',
  ])
    expect(link(url)).toBe('')
})

test('a client that cannot use an option says so', () => {
  expect(stepsHtml([])).toBe('<p>This client cannot use it.</p>')
})
