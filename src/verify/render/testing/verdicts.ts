import { RULES } from '../../rules/index.ts'
import { docsOf } from '../../docs-address.ts'
import type { CommentFacts } from '../comment-facts.ts'
import type { GateFinding, Verdict } from '../../verdict.ts'

const SITE = 'https://registry.example/'
export const FILE = 'servers/al/io.github.alice/weather/1.0.0/server.json'

export const FACTS: CommentFacts = {
  repository: 'mcp/registry',
  serverUrl: 'https://github.com',
  siteUrl: SITE,
  runUrl: 'https://github.com/mcp/registry/actions/runs/9182',
}

type Said = Omit<GateFinding, 'docs'>

const pass = (code: string, message: string): Said => ({ code, status: 'pass', message })
export const fail = (code: string, message: string, more: Partial<Said> = {}): Said => {
  return { code, status: 'fail', message, ...more }
}
export const hold = (code: string, message: string, more: Partial<Said> = {}): Said => {
  return { code, status: 'hold', message, ...more }
}
export const error = (code: string, message: string, more: Partial<Said> = {}): Said => {
  return { code, status: 'error', message, ...more }
}
export const advice = (code: string, message: string, line: number, fix: string): Said => {
  return { code, status: 'pass', path: FILE, line, message, fix }
}

const SAID: Record<string, string> = {
  R301: 'The pull request comes from the account `alice` itself.',
  R401: 'npm `weather-mcp@1.0.0` has the `mcpName` `io.github.alice/weather`.',
}
/** Some of every area: the golden files shall not change with every new rule. */
const ASKED = [
  'R101',
  'R103',
  'R120',
  'R126',
  'R200',
  'R203',
  'R210',
  'R241',
  'R301',
  'R302',
  'R401',
  'R402',
  'R501',
  'W5',
  'R620',
]
const PASSES = RULES.filter(({ code }) => ASKED.includes(code)).map(({ code, passed }) =>
  pass(code, SAID[code] ?? passed),
)

/** A verdict in which all passes, but for what is given. */
export function verdict(
  decision: Verdict['decision'],
  said: Said[] = [],
  more: Partial<Verdict> = {},
): Verdict {
  const told = new Set(said.map(({ code }) => code))
  const findings = [...PASSES.filter(({ code }) => !told.has(code)), ...said]
    .sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }))
    .map((finding) => ({ ...finding, docs: docsOf(finding.code, SITE) }))
  return {
    version: 1,
    decision,
    headSha: 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334',
    baseSha: '0f1e2d3c4b5a69788796a5b4c3d2e1f001122334',
    findings,
    proof: 'author',
    publishes: [{ name: 'io.github.alice/weather', version: '1.0.0' }],
    owners: [
      {
        namespace: 'io.github.alice',
        owner: { id: 583231, login: 'alice', type: 'User', proof: 'author', since: '2026-11-20T09:12:00Z' },
        record: 'recorded',
      },
    ],
    evidence: [{ package: 'npm weather-mcp@1.0.0', kind: 'integrity', value: 'sha512-MbZ1…7Q==' }],
    ...more,
  }
}

/** Publishers' text that wants to be more than text, as messages carry it. */
export const HOSTILE = [
  '@everyone',
  '<img src=x onerror=alert(1)>',
  '[click](https://evil.example)',
  '![](https://evil.example/beacon.png)',
  '#1 closes GH-2',
  'https://evil.example/x',
  '</details>**bold**',
]
