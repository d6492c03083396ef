import type { CommentFacts } from '../comment-facts.ts'
import type { Verdict } from '../../verdict.ts'
import { show } from '../../../validate/text/show.ts'
import { advice, error, fail, FACTS, FILE, hold, HOSTILE, verdict } from './verdicts.ts'

export interface Scene {
  verdict: Verdict
  facts: CommentFacts
}

const scene = (judged: Verdict, facts: CommentFacts = {}): Scene => ({
  verdict: judged,
  facts: { ...FACTS, ...facts },
})

const NEW_OWNER = verdict('merge').owners!.map((owner) => ({ ...owner, record: 'new' as const }))
const NO_MCP_NAME = fail(
  'R401',
  'npm `weather-mcp@1.0.0` has no `mcpName`, by which its owner agrees to this listing.',
  {
    path: FILE,
    line: 14,
    fix: 'Put `"mcpName": "io.github.alice/weather"` into its package.json, publish a new version, and name that version here.',
  },
)
const LONG_DESCRIPTION = fail('R241', '`description` has 118 characters; at most 100 are wanted.', {
  path: FILE,
  line: 4,
  fix: 'Shorten it to one line of at most 100 characters.',
})
const OLD_SCHEMA = fail('R232', 'The `$schema` is of 2025-07-09; the current one is of 2025-12-11.', {
  path: FILE,
  line: 2,
  fix: 'Set `"$schema": "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json"`.',
})
const NOT_OWNER = fail(
  'R301',
  [
    'Nothing shows yet that `alice` may publish under `com.acme`. Any one of these is enough:',
    '- DNS: No TXT record of `acme.com` begins with `v=MCPv1;`. Add to `acme.com` the TXT record `v=MCPv1; github=alice:583231`.',
    '- Website: `https://acme.com/.well-known/mcp-registry-auth` answered 404. Serve at `https://acme.com/.well-known/mcp-registry-auth` the line `v=MCPv1; github=alice:583231`.',
  ].join('\n'),
  { path: FILE },
)
const LOOKS_LIKE = hold(
  'R501',
  '`io.github.alice/weather` looks like `io.github.a1ice/weather`, which is in the registry.',
  {
    path: FILE,
  },
)
const NOT_YET = hold(
  'R401',
  'npm has `weather-mcp`, but not yet its version `1.0.0`. It has `0.9.1`, `0.9.0`. npm can take minutes to serve a new version, so we look again by ourselves.',
  {
    path: FILE,
    line: 14,
    fix: 'If `1.0.0` is published, there is nothing to do. Otherwise publish it, or name a version that exists.',
  },
)
const OTHER_OWNER = hold(
  'R302',
  '`io.github.alice` is recorded for the account `42` (`alice`) since `2026-01-05`, and this pull request shows that it belongs to the account `583231` (`alice`) now.',
  {
    fix: 'A maintainer has to approve of this commit, and it is merged 7 days after that. Nobody has to where the recorded owner opens the pull request.',
  },
)
const DOWN = error(
  'R401',
  'The `npm` package `weather-mcp` could not be checked: `npm.example` answered 503 (4 tries).',
  { path: FILE, line: 14, fix: 'There is nothing to do: we try again.' },
)
const CLIENTS = [
  advice('W5', '`TOKEN` has no description.', 21, 'Describe it: people are asked for it by its name only.'),
  advice(
    'W7',
    'VS Code, Eclipse and Xcode install every remote as `http`, and there are only `sse` ones.',
    30,
    'Offer `streamable-http` too.',
  ),
]

/** What publishers see, by the name of the golden file. */
export const SCENES: Record<string, Scene> = {
  'new-publisher': scene(verdict('merge', [], { owners: NEW_OWNER })),
  'second-version': scene(
    verdict('merge', CLIENTS, { publishes: [{ name: 'io.github.alice/weather', version: '1.1.0' }] }),
  ),
  'one-failure': scene(verdict('fail', [NO_MCP_NAME], { evidence: [] })),
  'many-failures': scene(
    verdict('fail', [
      OLD_SCHEMA,
      LONG_DESCRIPTION,
      ...Array.from({ length: 14 }, (_, index) =>
        fail('R216', '`identifier` is empty.', {
          path: FILE,
          line: 12 + index,
          fix: 'Fill it in, or remove the property if it is optional.',
        }),
      ),
      NOT_OWNER,
      ...CLIENTS,
    ]),
  ),
  'look-alike': scene(verdict('hold', [LOOKS_LIKE])),
  'look-alike-approved': scene(verdict('hold', [LOOKS_LIKE]), { liftedBy: 'carol' }),
  'npm-is-slow': scene(verdict('hold', [NOT_YET], { evidence: [] })),
  'other-owner': scene(verdict('hold', [OTHER_OWNER], { waitDays: 7 })),
  'other-owner-approved': scene(verdict('hold', [OTHER_OWNER], { waitDays: 7 }), {
    liftedBy: 'carol',
    mergesAt: '2026-11-27T09:12:00Z',
  }),
  'npm-is-down': scene(verdict('error', [DOWN], { evidence: [] })),
  mixed: scene(verdict('fail', [LONG_DESCRIPTION, LOOKS_LIKE, DOWN], { evidence: [] })),
  'draft-ready': scene(verdict('merge'), { draft: true }),
  'draft-failing': scene(verdict('fail', [LONG_DESCRIPTION]), { draft: true }),
  status: scene(verdict('merge', [], { publishes: [], evidence: [] })),
  merged: scene(verdict('merge'), { mergedAt: '2026-11-20T09:13:07Z' }),
  live: scene(verdict('merge'), {
    mergedAt: '2026-11-20T09:13:07Z',
    live: {
      siteUrl: 'https://registry.example/servers/io.github.alice/weather/',
      apiUrl: 'https://registry.example/v0.1/servers/io.github.alice%2Fweather/versions/1.0.0',
      seconds: 187,
    },
  }),
  laptop: { verdict: verdict('fail', [LONG_DESCRIPTION]), facts: {} },
  hostile: scene(
    verdict(
      'fail',
      [
        ...HOSTILE.map((text, index) =>
          fail('R241', `The description ${show(text)} is wrong; ${text}.`, {
            path: `servers/${text}/server.json`,
            line: index + 1,
            fix: `Write ${show(text)}, ${text}.`,
          }),
        ),
        advice('W5', `\`${HOSTILE.join(' ')}\` and ${HOSTILE.join(' ')}`, 1, HOSTILE[0]!),
      ],
      {
        publishes: [{ name: 'io.github.alice/weather', version: '1.0.0 @everyone <b>' }],
        evidence: [{ package: `npm ${HOSTILE[1]}`, kind: 'integrity', value: HOSTILE[2]! }],
      },
    ),
  ),
}
