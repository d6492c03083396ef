import { describe, expect, test } from 'vitest'
import { statementText } from '../../tests/support/registry-files.ts'
import { readListing, readModeration, readStatus } from './statement.ts'

const PATH = 'servers/al/io.github.alice/weather/status.md'
const bytes = (text: string): Buffer => Buffer.from(text)

describe('status.md', () => {
  test.each([
    [{ status: 'active' }, '', { status: 'active' }],
    [{ status: 'deprecated' }, '', { status: 'deprecated' }],
    [{ status: 'deleted' }, 'Gone.\n', { status: 'deleted', message: 'Gone.' }],
    [
      { status: 'deprecated', movedTo: 'com.acme/weather' },
      'See **there**.',
      { status: 'deprecated', movedTo: 'com.acme/weather', message: 'See **there**.' },
    ],
  ])('%j with the body %j', (data, body, statement) => {
    expect(readStatus(PATH, bytes(statementText(data, body)))).toEqual({ statement })
  })

  test('names unknown keys with their lines, all of them', () => {
    const text = '---\nstatus: deleted\n# a remark\nreason: spam\nMovedTo: com.acme/weather\n---\n'
    expect(readStatus(PATH, bytes(text))).toEqual({
      problems: [
        { path: PATH, line: 4, column: 1, code: 'R111', message: 'The file has an unknown key `reason`.' },
        { path: PATH, line: 5, column: 1, code: 'R111', message: 'The file has an unknown key `MovedTo`.' },
      ],
    })
  })

  test.each([
    ['---\nmovedTo: com.acme/weather\n---\n', 1, 'The file needs the key `status`.'],
    [
      '---\nmovedTo: a.b/cc\nstatus: gone\n---\n',
      3,
      '`status` must be one of `active`, `deprecated`, `deleted`.',
    ],
    ['---\nstatus: 1\n---\n', 2, '`status` must be one of `active`, `deprecated`, `deleted`.'],
    ['---\nstatus: active\nmovedTo: 5\n---\n', 3, '`movedTo` must be of type string, not number.'],
    ['---\nstatus: active\nmovedTo: weather\n---\n', 3, /^`movedTo` does not have the right form/],
  ])('%j', (text, line, message) => {
    const expected = message instanceof RegExp ? expect.stringMatching(message) : message
    expect(readStatus(PATH, bytes(text))).toEqual({
      problems: [{ path: PATH, line, column: 1, code: 'R111', message: expected }],
    })
  })

  test.each(['a', '😀', 'é', '\u0301'])('carries 500 code points of %j and not one more', (character) => {
    const message = character.repeat(500)
    expect(readStatus(PATH, bytes(statementText({ status: 'deleted' }, `\n${message}\n`)))).toEqual({
      statement: { status: 'deleted', message },
    })
    expect(readStatus(PATH, bytes(statementText({ status: 'deleted' }, message + character)))).toEqual({
      problems: [
        {
          path: PATH,
          line: 1,
          column: 1,
          code: 'R112',
          message: 'The message has 501 characters; at most 500 are allowed.',
          fix: 'Shorten it by 1.',
        },
      ],
    })
  })

  test('an active one carries no message', () => {
    expect(readStatus(PATH, bytes('---\n\nstatus: active\n---\nAll is well.'))).toEqual({
      problems: [expect.objectContaining({ code: 'R113', line: 3 })],
    })
  })

  test('tells everything at once', () => {
    const text = `---\nstatus: active\nx: 1\n---\n${'m'.repeat(501)}`
    const read = readStatus(PATH, bytes(text))
    expect('problems' in read && read.problems.map(({ code }) => code)).toEqual(['R111', 'R112', 'R113'])
  })

  test('that is no front matter', () => {
    expect(readStatus(PATH, bytes('---\nstatus: [\n---\n'))).toEqual({
      problems: [expect.objectContaining({ path: PATH, code: 'R110', line: 2, column: 10 })],
    })
  })
})

describe('moderation.md', () => {
  test('needs a status that takes something away, and a reason', () => {
    const good = { status: 'deleted', reason: 'malware', case: 'https://example.com/1' }
    expect(readModeration(PATH, bytes(statementText(good, 'Steals keys.')))).toEqual({
      statement: { ...good, message: 'Steals keys.' },
    })
    const bad = readModeration(
      PATH,
      bytes(statementText({ status: 'active', case: 'http://x' }, 'm'.repeat(501))),
    )
    expect('problems' in bad && bad.problems.map(({ code, line }) => `${code} ${line}`).sort()).toEqual([
      'R111 1',
      'R111 2',
      'R111 3',
      'R112 1',
    ])
  })
})

describe('listing.md', () => {
  test('has links, tracking and a long body', () => {
    const text = '---\nlinks:\n  Docs: https://example.com/\ntrack:\n  repository: a/b\n---\n'
    expect(readListing(PATH, bytes(`${text}${'word '.repeat(1000)}`))).toEqual({
      statement: {
        links: { Docs: 'https://example.com/' },
        track: { repository: 'a/b' },
        body: 'word '.repeat(1000).trim(),
      },
    })
  })

  test('says where a link is bad', () => {
    const text = '---\ntrack:\n  repository: a/b\nlinks:\n  Docs: javascript:alert(1)\n---\n'
    expect(readListing(PATH, bytes(text))).toEqual({
      problems: [
        expect.objectContaining({ code: 'R111', line: 4, message: expect.stringContaining('links.Docs') }),
      ],
    })
  })
})
