import { describe, expect, test } from 'vitest'
import { toAnnotations } from './annotations.ts'
import { toComment } from './comment.ts'
import { toJson } from './json.ts'
import { summaryOf } from './summary.ts'
import { toText } from './text.ts'
import { advice, error, fail, FACTS, FILE, hold, verdict } from './testing/verdicts.ts'

const FAIL = fail('R241', '`description` is empty.', { path: FILE, line: 4, fix: 'Fill it in.' })
const HOLD = hold('R501', 'Looks like another.', { path: FILE })
const ERROR = error('R401', 'npm did not answer.')
const ADVICE = advice('W5', '`TOKEN` has no description.', 21, 'Describe it.')
const MIXED = verdict('fail', [FAIL, HOLD, ERROR, ADVICE])

test('JSON is the verdict, whole', () => expect(JSON.parse(toJson(MIXED))).toEqual(MIXED))

test('annotations stand at the lines of files, and only where something is said', () => {
  const place = { path: FILE, start_line: 4, end_line: 4 }
  expect(toAnnotations(MIXED)).toEqual([
    { ...place, annotation_level: 'failure', title: 'R241', message: '`description` is empty.\nFill it in.' },
    {
      ...place,
      start_line: 1,
      end_line: 1,
      annotation_level: 'warning',
      title: 'R501',
      message: HOLD.message,
    },
    {
      ...place,
      start_line: 21,
      end_line: 21,
      annotation_level: 'notice',
      title: 'W5',
      message: '`TOKEN` has no description.\nDescribe it.',
    },
  ])
})

test('the summary of a check is a line for each thing in the way', () => {
  const { title, summary } = summaryOf(MIXED, FACTS.siteUrl)
  expect(title).toBe('1 thing to fix before io.github.alice/weather 1.0.0 can be listed')
  expect(summary.split('\n')).toEqual([
    expect.stringMatching(
      /^- \[R241\]\(https:\/\/registry\.example\/docs\/rules\/R241\/\) The description is/,
    ),
    expect.stringMatching(/^- \[R501\]\(https:\/\/registry\.example\/docs\/rules\/R501\/\) \w/),
    '- [R401](https://registry.example/docs/rules/R401/) npm did not answer',
    '',
    expect.stringMatching(/^\d+ checks passed\.$/),
  ])
})

describe('the terminal', () => {
  test('is written to by no text of a stranger', () => {
    const hostile = fail('R399', 'a\x1b[2Jb\u202ec', { path: 'servers/\x1b]0;x\x07', fix: '\x1b[31m' })
    expect(toText(verdict('fail', [hostile]))).not.toMatch(/[\x1b\x07\u202e]/)
  })

  test('is painted only by what it is given', () => {
    const painted = toText(MIXED, { paint: (style, text) => `<${style}>${text}</>` })
    expect(painted).toContain('<red>✗</>')
    expect(painted).toContain('<yellow>⏸</>')
  })

  test('has lines of 80 columns, but for what is copied in one piece', () => {
    const long = fail('R399', 'word '.repeat(60), { fix: `See \`${'x'.repeat(100)}\`.` })
    const lines = toText(verdict('fail', [long])).split('\n')
    expect(lines.filter((line) => line.length > 80)).toEqual([`  \`${'x'.repeat(100)}\`.`])
  })
})

describe('the comment', () => {
  test('begins with the marker by which it is found again, and the outcome', () => {
    const [marker, headline] = toComment(MIXED, FACTS).split('\n')
    expect(marker).toBe('<!-- registry:verdict -->')
    expect(headline).toMatch(/^### ✗ 1 thing to fix/)
  })

  test('links to GitHub Enterprise where the registry is there', () => {
    const facts = { ...FACTS, serverUrl: 'https://git.acme.example/' }
    expect(toComment(MIXED, facts)).toContain(
      `https://git.acme.example/mcp/registry/blob/${MIXED.headSha}/${FILE}#L4`,
    )
  })

  test('tells of at most five remarks about clients', () => {
    const remarks = Array.from({ length: 8 }, (_, index) => ({ ...ADVICE, line: index + 1 }))
    const comment = toComment(verdict('merge', remarks), FACTS)
    expect(comment.match(/`TOKEN` has no description/g)).toHaveLength(5)
    expect(comment).toContain('- and 3 more')
  })

  test('names the file of a line where there are several', () => {
    const other = { ...FAIL, path: FILE.replace('1.0.0', '1.1.0') }
    const comment = toComment(verdict('fail', [FAIL, other]), FACTS)
    expect(comment).toContain('[`weather/1.0.0/server.json` line 4]')
    expect(comment).toContain('[`weather/1.1.0/server.json` line 4]')
  })

  test('says how many versions of what are published', () => {
    const of = (...publishes: { name: string; version: string }[]) =>
      toComment(verdict('merge', [], { publishes })).split('\n')[1]
    const a = { name: 'com.acme/a', version: '1.0.0' }
    expect(of(a, { ...a, version: '1.1.0' })).toBe('### ✓ 2 versions of `com.acme/a` will be listed')
    expect(of(a, { ...a, name: 'com.acme/b' })).toBe('### ✓ 2 versions of 2 servers will be listed')
  })
})
