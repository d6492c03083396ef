import { describe, expect, test } from 'vitest'
import { builtFiles } from '../../scripts/site/built-files.ts'
import { checkBudgets, isOver } from '../../scripts/site/check-budgets.ts'
import { checkLinks } from '../../scripts/site/check-links.ts'
import { policyProblems } from '../../scripts/site/page-policy.ts'
import { tellProblems } from '../../scripts/site/tell-problems.ts'
import { temporaryFolder, writeFiles } from '../support/git-repository.ts'

const place = { url: 'https://registry.example/sub/', base: '/sub/' }

/** A build of these files. */
function built(files: Record<string, string>): ReturnType<typeof builtFiles> {
  const folder = temporaryFolder()
  writeFiles(folder, files)
  return builtFiles(folder)
}

const complaintsOf = (files: Record<string, string>): string[] =>
  tellProblems(checkLinks(built(files), place).problems)

describe('links', () => {
  test('good ones are good, as plain hosts see them', () => {
    const page = `<a href="/sub/"></a><a href="a/#here"></a><a href="https://registry.example/sub/a/?x#made"></a>
      <a href="https://elsewhere.example/nowhere"></a><a href="mailto:a@b.example"></a><a href="#own"></a><p id="own">
      <a href="/sub/v0.1/servers/com.acme%2Fx/versions"></a><img srcset="/sub/a.svg 1x, /sub/b%20c.svg 2x">`
    const files = {
      'index.html': page,
      'a/index.html': '<h2 id="here"></h2>',
      'a.svg': '',
      'b c.svg': '',
      'v0.1/servers/com.acme/x/versions.html': '',
      'v0.1/servers/com.acme/x/versions/1.0.0': '',
    }
    expect(complaintsOf(files)).toEqual([])
  })

  test.each([
    ['<a href="/sub/b/">', '`/sub/b/` leads nowhere'],
    ['<a href="/sub/a">', '`/sub/a` lacks the slash at its end'],
    ['<a href="/a/">', '`/a/` leaves the site, which is below /sub/'],
    ['<a href="#x">', '`#x` names an element that is not there'],
    ['<a href="a/#x">', '`a/#x` names an element that is not there'],
    ['<form action="/sub/b/">', '`/sub/b/` leads nowhere'],
    ['<meta http-equiv="refresh" content="0; url=/sub/b/">', '`/sub/b/` leads nowhere'],
    [
      '<link rel="canonical" href="https://registry.example/sub/b/">',
      '`https://registry.example/sub/b/` leads nowhere',
    ],
    ['<img srcset="/sub/a/ 1x, /sub/b.png 2x">', '`/sub/b.png` leads nowhere'],
    [
      '<meta property="og:image" content="https://registry.example/sub/og/npm.png">',
      '`https://registry.example/sub/og/npm.png` leads nowhere',
    ],
    ['<a href="https://[">', '`https://[` is not an address'],
    ['<title><a></title><a href=/sub/b/>', '`/sub/b/` leads nowhere'],
  ])('%s', (html, problem) => {
    const complaints = complaintsOf({ 'index.html': html, 'a/index.html': '' })
    expect(complaints).toEqual([`index.html: ${problem}`])
  })

  test('feeds, sitemaps and Markdown are followed as well', () => {
    const url = 'https://registry.example/sub/gone/'
    const files = {
      'feed.xml': `<feed><link href="${url}"/><content type="html">&lt;a href="${url}b"&gt;</content></feed>`,
      'sitemap-1.xml': `<urlset><url><loc>${url}</loc></url></urlset>`,
      'index.md': `[x](gone/) \\[y\\](/sub/z/) \`${url}\``,
      'llms.txt': `See ${url}.\nhttps://registry.example/sub/servers/NAMESPACE/NAME/`,
    }
    expect(checkLinks(built(files), place).problems.map(({ file }) => file)).toEqual([
      'feed.xml',
      'feed.xml',
      'index.md',
      'index.md',
      'llms.txt',
      'sitemap-1.xml',
    ])
  })
})

describe('the content security policy', () => {
  const policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'self'"
  const page = (body: string, content = policy): string =>
    `<meta http-equiv="content-security-policy" content="${content}"><script src="/a.js"></script>${body}`
  const { origin } = new URL(place.url)

  test('a page that keeps to it has no problem', () => {
    const body =
      '<img src="data:image/png,x"><script type="application/json">{}</script><a href="https://x.example">'
    expect(policyProblems(page(body), origin)).toEqual([])
  })

  test.each([
    ['<p onclick="x()">', '<p> has a handler: onclick'],
    ['<p style="color: red">', '<p> has an inline style'],
    ['<style>p {}</style>', 'has an inline style sheet'],
    ['<script>x()</script>', 'has an inline script'],
    ['<a href=" java\tscript:x()">', '<a> has an address with javascript:'],
    ['<img src="https://x.example/a.png">', '<img> loads from https://x.example'],
    ['<link rel="preconnect" href="//x.example">', '<link> loads from https://x.example'],
    ['<base href="/">', 'has a <base>'],
  ])('%s', (body, problem) => expect(policyProblems(page(body), origin)).toEqual([problem]))

  test.each([
    [
      "script-src 'self'",
      "script-src 'self' 'unsafe-inline'",
      "the policy's script-src allows 'unsafe-inline'",
    ],
    ["default-src 'none'", 'default-src *', "the policy's default-src is not 'none'"],
    ["base-uri 'none'; ", '', 'the policy has no base-uri'],
  ])('%s changed to %s', (from, to, problem) =>
    expect(policyProblems(page('', policy.replace(from, to)), origin)).toContain(problem),
  )

  test('a page without it is told', () => {
    expect(policyProblems('<p>', origin)).toEqual(['has no content security policy'])
  })
})

test('budgets count what a page loads by itself, imports of imports, and nothing that waits', () => {
  const noise = Array.from({ length: 9000 }, (_, index) => (index * 7919) % 8191).join()
  const files = built({
    'index.html': '<script type="module" src="/sub/a.js"></script><img loading="lazy" src="/sub/big.png">',
    'a.js': 'import{x as y}from"./b.js";import("./later.js");',
    'b.js': `import "./c.js";\n`,
    'c.js': noise,
    'later.js': noise,
    'big.png': noise,
  })
  const lines = checkBudgets(files, place.base)
  const of = (measure: string) => lines.find((line) => line.measure === measure)!
  expect(of('requests').value).toBe(4)
  expect(lines.filter(isOver).map(({ measure }) => measure)).toEqual(['JS'])
  expect(of('total p99').value).toBeLessThan(of('JS').value + 1)
})
