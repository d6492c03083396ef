import { expect, test } from 'vitest'
import { listingHtml } from './listing-html.ts'

test('Markdown becomes text, lists, code and links', () => {
  expect(listingHtml('# Use\n\nRun `x`.\n\n- one\n- [two](https://example.com/)')).toBe(
    '<h3>Use</h3>\n<p>Run <code>x</code>.</p>\n<ul>\n<li>one</li>\n<li><a rel="nofollow ugc noopener" href="https://example.com/">two</a></li>\n</ul>',
  )
})

test('nothing in it runs, loads or leads to a script', () => {
  const html = listingHtml(
    [
      '<script>alert(1)</script> <img src=x onerror=alert(1)>',
      '![a](https://tracker.example/p.png)',
      '[m](mailto:a@b.c) [h](http://example.com/) [r](/servers/) [f](#main) [p](//evil.example/)',
      '[x](javascript:alert(1)) <javascript:alert(1)> [y](data:text/html,x)',
      '[z]: https://ok.example/ "\\" onclick=\\"alert(1)"',
      '[z]',
      'a\u202eb\u200bc',
    ].join('\n\n'),
  )
  expect(html).not.toMatch(
    /<(script|img)|javascript:alert\(1\)"|data:text\/html"|onclick="|href="(?!https:\/\/)|[\u202e\u200b]/,
  )
})
