import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostileServer } from '../../../../tests/support/hostile-server.ts'
import { makeServer } from '../../../../tests/support/make-server.ts'
import { markdownSkeleton } from '../../../../tests/support/markdown-skeleton.ts'
import { publishedOf } from '../../../../tests/support/published.ts'
import { PUBLISHER_META } from '../../../model/server-json.ts'
import { comparedServer, comparisonView } from './comparison-view.ts'
import { compareServers } from './comparison.ts'

const ADDRESS = 'https://registry.example/compare/?s=aa.b/cc,aa.b/dd'

const local = makeServer('aa.b/cc', [
  {},
  {
    provenance: { pullRequest: 12 },
    server: {
      packages: [
        {
          registryType: 'npm',
          identifier: '@b/cc',
          version: '2.0.0',
          transport: { type: 'stdio' },
          environmentVariables: [{ name: 'B_TOKEN' }, { name: 'B_MODE', value: 'fixed' }],
        },
      ],
      _meta: { [PUBLISHER_META]: { license: 'MIT' } },
    },
  },
])
const remote = makeServer('aa.b/dd', [
  {
    movedTo: 'aa.b/cc',
    official: { status: 'deprecated' },
    provenance: { upstream: 'https://upstream.example/' },
    server: { remotes: [{ type: 'streamable-http', url: 'https://mcp.b.example/mcp' }] },
  },
])

const compared = [local, remote].map((server) => comparedServer(server.name, publishedOf(server)))

test('two servers as a table for an issue', () => {
  expect(comparisonView(compared, '/', ADDRESS).markdown).toMatchInlineSnapshot(`
    "|  | \`aa.b/cc\` | \`aa.b/dd\` |
    | --- | --- | --- |
    | **Kind** (differs) | npm | remote |
    | **Transport** (differs) | \`stdio\` | \`streamable-http\` |
    | **Install** (differs) | \`npx -y @b/cc@2.0.0\` | \`https://mcp.b.example/mcp\` |
    | **Variables** (differs) | \`B_TOKEN\` | none |
    | **Secrets** (differs) | \`B_TOKEN\` | none |
    | **Talks to** (differs) | not stated | mcp.b.example |
    | **Licence** (differs) | MIT | not stated |
    | First version | 1\\.0.0, 1 Nov 2026 | 1\\.0.0, 1 Nov 2026 |
    | **Latest version** (differs) | 2\\.0.0, 2 Nov 2026 | 1\\.0.0, 1 Nov 2026 |
    | **Versions** (differs) | 2 | 1 |
    | **Status** (differs) | active | deprecated<br>moved to aa.b/cc |
    | **Proof** (differs) | pull request #&#8203;12 | mirrored from upstream.example |

    Compared at <https://registry.example/compare/?s=aa.b/cc,aa.b/dd>
    "
  `)
})

test('a server does not differ from itself', () => {
  const [one] = compared
  expect(compareServers([one!, one!]).filter(({ differs }) => differs)).toEqual([])
})

test('what publishers write becomes no element, link, cell or line', () => {
  fc.assert(
    fc.property(hostileServer, (server) => {
      const hostile = comparedServer(server.name, publishedOf(server))
      const { html, markdown } = comparisonView([hostile, compared[0]!], '/', ADDRESS)
      const tags = new Set(html.match(/<\/?[a-z!?][^ >]*/g)?.map((tag) => tag.replace('/', '')))
      expect(
        [...tags].filter((tag) => !/^<(table|thead|tbody|tr|t[hd]|a|b|p|span|div|code|wbr)$/.test(tag)),
      ).toEqual([])
      expect(new Set(html.match(/ href="[^"]*"/g)?.map((href) => href.slice(7, 11)))).toEqual(
        new Set(['/ser', '/com']),
      )
      const { links, html: raw, headings, tags: elements } = markdownSkeleton(markdown)
      expect(links).toEqual([ADDRESS])
      expect(new Set(raw)).toEqual(new Set(raw.length > 0 ? ['<br>'] : []))
      expect(headings).toEqual([])
      expect(
        [...elements].filter((tag) => !/^(table|thead|tbody|tr|th|td|code|strong|p)$/.test(tag)),
      ).toEqual([])
      const lines = markdown.split('\n').filter((line) => line.startsWith('|'))
      expect(lines).toHaveLength(14)
      for (const line of lines) expect(line.replace(/\\./g, '').split('|')).toHaveLength(5)
    }),
  )
})
