import fc from 'fast-check'
import { markdownToHast, type HastNode } from 'satteri'
import { describe, expect, test } from 'vitest'
import { show } from '../../validate/text/show.ts'
import { toComment } from './comment.ts'
import { block, code, fence, inline } from './markdown.ts'
import { advice, error, fail, FACTS, FILE, hold, HOSTILE, verdict } from './testing/verdicts.ts'

/** What Markdown, and GitHub on top of it, gives a meaning to. */
const FRAGMENTS = [
  ...HOSTILE,
  ...[
    '`',
    '``',
    '```',
    '~~~',
    '\\',
    '\n',
    '\r\n',
    '\n\n',
    '    ',
    '\t',
    '> ',
    '# ',
    '- ',
    '+ ',
    '1. ',
    '1) ',
  ],
  ...[
    '===',
    '---',
    '***',
    '__',
    '~~',
    '|',
    '|-|',
    '[',
    ']',
    '(',
    ')',
    '![',
    '](',
    '<',
    '>',
    '</',
    '<!--',
    '-->',
  ],
  ...[
    '&lt;',
    '&#64;',
    '&commat;',
    '@',
    '@a',
    'a@b.example',
    '#',
    '#1',
    'x#1',
    'GH-1',
    ':+1:',
    '$x$',
    '$`x`$',
  ],
  ...['http://', 'https://a.example', 'www.a.example', 'WWW.', 'ftp://a', 'mailto:a@b.example', 'a1b2c3d4e5'],
  ...[
    '[^1]',
    '[^1]: x',
    '[x]: https://a.example',
    '> [!NOTE]',
    '- [ ] x',
    '<a href=x>',
    '\u202e',
    '\u200b',
    '\u2028',
  ],
  ...['</details>', '<summary>', '\ud800', '\0', 'ordinary text', '.', ' '],
]
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...FRAGMENTS) }, fc.string({ unit: 'grapheme' })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''))

interface Seen {
  tags: string[]
  links: string[]
  html: string[]
  /** What stands outside of code. */
  prose: string
  code: string[]
}

function seenIn(markdown: string): Seen {
  const seen: Seen = { tags: [], links: [], html: [], prose: '', code: [] }
  visit(markdownToHast(markdown) as HastNode, false)
  return seen

  function visit(node: HastNode, inCode: boolean): void {
    if (node.type === 'raw') seen.html.push(node.value)
    if (node.type === 'text' && !inCode) seen.prose += node.value
    if (node.type === 'element') {
      seen.tags.push(node.tagName)
      if (node.tagName === 'a') seen.links.push(String(node.properties?.href))
      if (node.tagName === 'code') seen.code.push(textOf(node))
    }
    const isCode = inCode || (node.type === 'element' && node.tagName === 'code')
    if ('children' in node) for (const child of node.children) visit(child as HastNode, isCode)
  }
}

function textOf(node: HastNode): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map((child) => textOf(child as HastNode)).join('') : ''
}

/** A mention, a reference to an issue, or an address that GitHub would link by itself. */
const REACHES_OUT = /@[\w-]|#\d|\bgh-\d|:\/\/|\bwww\./i

test.each([
  ['The name `a_b` is *wrong*.', 'The name `a_b` is \\*wrong\\*.'],
  ['Ask @alice about #12.', 'Ask @&#8203;alice about #&#8203;12.'],
  ['See https://a.example/x_y', 'See `https://a.example/x_y`'],
  ['`` and `x`', '` ` and `x`'],
  ['an odd ` backtick', 'an odd  backtick'],
  ['1. one', '1\\. one'],
  ['- one', '\\- one'],
])('%j becomes %j', (message, markdown) => expect(inline(message)).toBe(markdown))

test('a list and a block to copy may stand in a message', () => {
  expect(block('Tried:\n- one\n- two\nAdd:\n    a: `b`\n    c\nDone.')).toEqual([
    'Tried:',
    '- one',
    '- two',
    'Add:',
    '```',
    'a: `b`',
    'c',
    '```',
    'Done.',
  ])
})

describe('whatever a text holds', () => {
  test('as code it is code and nothing else', () => {
    fc.assert(
      fc.property(text, (value) => {
        const { tags, html, prose } = seenIn(`before ${code(value)} after`)
        expect([tags, html, prose]).toEqual([['p', 'code'], [], 'before  after'])
      }),
    )
  })

  test('in a message it is text and code', () => {
    fc.assert(
      fc.property(text, text, (free, quoted) => {
        const { tags, html, prose } = seenIn(inline(`${free} ${show(quoted)} ${free}`))
        expect(tags.filter((tag) => tag !== 'code')).toEqual(['p'])
        expect(html).toEqual([])
        expect(prose).not.toMatch(REACHES_OUT)
      }),
    )
  })

  test('in a message of ours a quoted text is shown as it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 80 }), (quoted) => {
        fc.pre(quoted.trim() === quoted)
        const { code: shown } = seenIn(inline(`The name ${show(quoted)} is wrong.`))
        expect(shown).toEqual([show(quoted).slice(1, -1)])
      }),
    )
  })

  test('in a fenced block it stays there', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(seenIn(`before\n${fence(value).join('\n')}\nafter`).tags).toEqual(['p', 'pre', 'code', 'p'])
      }),
    )
  })

  test('in a comment nothing comes of it: no element, link, image, mention or reference', () => {
    const expected = ['h3', 'p', 'strong', 'code', 'a', 'ul', 'li', 'pre']
    fc.assert(
      fc.property(fc.array(text, { minLength: 6, maxLength: 6 }), (texts) => {
        const [a, b, c, d, e, f] = texts as [string, string, string, string, string, string]
        const said = [
          fail('R241', `The text ${show(a)} is ${b}.`, { path: `servers/${c}`, line: 3, fix: `Write ${d}.` }),
          fail('R216', a, { path: FILE, line: 4 }),
          fail('R216', b, { path: `servers/${e}`, line: 5, fix: f }),
          fail('R399', `${show(c)} ${d}\n- ${e}\n    ${f}`, { fix: `Set \`"a": "${a}"\`.` }),
          hold('R501', `${show(e)} looks like ${f}`),
          error('R401', `${a}: ${b}`),
          advice('W5', c, 1, d),
          { code: 'R301', status: 'pass' as const, message: e },
        ]
        const more = {
          publishes: [{ name: 'com.acme/x', version: a }],
          evidence: [{ package: b, kind: 'digest' as const, value: c }],
        }
        for (const decision of ['fail', 'hold', 'error'] as const) {
          const { tags, links, html, prose } = seenIn(toComment(verdict(decision, said, more), FACTS))
          expect(tags.filter((tag) => !expected.includes(tag))).toEqual([])
          expect(tags.filter((tag) => tag === 'h3')).toHaveLength(1)
          for (const link of links) {
            expect(link).toMatch(/^https:\/\/(?:registry\.example\/docs|github\.com\/mcp\/registry)\//)
          }
          for (const tag of html) {
            expect(tag).toMatch(
              /^<!-- registry:verdict -->$|^<details><summary>[\w ,]+<\/summary>$|^<\/details>$/,
            )
          }
          expect(prose).not.toMatch(REACHES_OUT)
        }
      }),
    )
  })

  test('a comment never outgrows what GitHub takes', () => {
    const long = '`@x` '.repeat(2000)
    const said = Array.from({ length: 900 }, (_, index) =>
      fail(`R${200 + (index % 90)}`, `${index} ${long}`, { path: FILE, line: index + 1, fix: long }),
    )
    expect(toComment(verdict('fail', said), FACTS).length).toBeLessThan(65_536)
  })
})
