import { afterEach, describe, expect, test } from 'vitest'
import { parseFrontMatter, type FrontMatter, type FrontMatterError } from './front-matter.ts'

const read = (text: string): FrontMatter | FrontMatterError => parseFrontMatter(Buffer.from(text))

describe('front matter', () => {
  test('gives the data, the line of every key, and the trimmed body', () => {
    expect(read('---\nstatus: deleted\n\n# why\nreason: spam\n---\n\n  Gone.\n\nFor good. \n')).toEqual({
      data: { status: 'deleted', reason: 'spam' },
      lines: { status: 2, reason: 5 },
      body: 'Gone.\n\nFor good.',
    })
  })

  test.each([
    ['without a body', '---\nstatus: active\n---\n', ''],
    ['without a last line break', '---\nstatus: active\n---', ''],
    ['with a byte order mark', '\ufeff---\nstatus: active\n---\nx', 'x'],
    ['with Windows line ends', '---\r\nstatus: active\r\n---\r\none\r\ntwo\r\n', 'one\ntwo'],
    ['that says it is YAML', '---yaml\nstatus: active\n---\nx', 'x'],
    ['that says so at a distance', '---  yaml  \nstatus: active\n---\nx', 'x'],
    ['with spaces after the fences', '---  \nstatus: active\n---\t\nx', 'x'],
    ['with a rule in the body', '---\nstatus: active\n---\na\n\n---\n\nb', 'a\n\n---\n\nb'],
  ])('is read %s', (_, text, body) => {
    expect(read(text)).toEqual({ data: { status: 'active' }, lines: { status: 2 }, body })
  })

  test('keeps indented dashes in a value', () => {
    expect(read('---\nreason: |\n  a\n  ---\n  b\n---\nBody')).toMatchObject({
      data: { reason: 'a\n---\nb\n' },
      body: 'Body',
    })
  })
})

declare global {
  var evaluated: boolean | undefined
}

describe('code', () => {
  afterEach(() => {
    globalThis.evaluated = undefined
  })

  const code = 'globalThis.evaluated = true, ({ status: "deleted" })'
  test.each([
    `---js\n${code}\n---\n`,
    `---javascript\n${code}\n---\n`,
    `--- javascript\n${code}\n---\n`,
    `---  js  \n${code}\n---\n`,
    `---\tjs\n${code}\n---\n`,
    `---\u00a0js\n${code}\n---\n`,
    `---\u2028js\n${code}\n---\n`,
    `---\vjs\n${code}\n---\n`,
    `---js\r\n${code}\r\n---\r\n`,
    `\ufeff---js\n${code}\n---\n`,
    `---JS\n${code}\n---\n`,
    `--- -js\n${code}\n---\n`,
    `---coffee\nglobalThis.evaluated = true\n---\n`,
    `---coffeescript\nglobalThis.evaluated = true\n---\n`,
    `---cson\nstatus: 'deleted'\n---\n`,
    `---toml\nstatus = "deleted"\n---\n`,
    `---json\n{"status": "deleted"}\n---\n`,
    `---constructor\nx\n---\n`,
    `---\u00a0constructor\nx\n---\n`,
    `---__proto__\nx\n---\n`,
    `---ruby\nx\n---\n`,
    `---yaml js\nstatus: active\n---\n`,
    `;;;\n{"status": "deleted"}\n;;;\n`,
    `+++\nstatus = "deleted"\n+++\n`,
  ])('%j is refused and not run', (text) => {
    expect(read(text)).toEqual({
      line: 1,
      column: 1,
      message: expect.stringMatching(/YAML between two lines `---`/),
    })
    expect(globalThis.evaluated).toBeUndefined()
  })

  test.each([
    '---\nstatus: !!js/function "function () { globalThis.evaluated = true }"\n---\n',
    '---\nstatus: !<tag:yaml.org,2002:js/undefined> ""\n---\n',
    '---\nstatus: !mine active\n---\n',
  ])('%j is refused for its tag', (text) => {
    expect(read(text)).toMatchObject({
      line: 2,
      column: 9,
      message: expect.stringContaining('Unresolved tag'),
    })
    expect(globalThis.evaluated).toBeUndefined()
  })

  test('cannot reach the prototypes', () => {
    const matter = read('---\n__proto__:\n  polluted: yes\nconstructor: x\n---\n') as FrontMatter
    expect(Object.keys(matter.data)).toEqual(['__proto__', 'constructor'])
    expect(({} as { polluted?: string }).polluted).toBeUndefined()
    expect(matter.lines.toString).toBeUndefined()
  })
})

describe('what cannot be read says so', () => {
  test.each([
    ['empty', '', 'The file has no front matter: YAML between two lines `---` at its start.'],
    ['prose', 'Just words.', 'The file has no front matter: YAML between two lines `---` at its start.'],
    [
      'an indented fence',
      ' ---\nstatus: active\n---\n',
      'The file has no front matter: YAML between two lines `---` at its start.',
    ],
    [
      'a longer fence',
      '----\nstatus: active\n----\n',
      'The file has no front matter: YAML between two lines `---` at its start.',
    ],
    [
      'nothing between the fences',
      '---\n---\nBody',
      'The file has no front matter: YAML between two lines `---` at its start.',
    ],
    [
      'only a comment',
      '---\n# status: active\n---\n',
      'The file has no front matter: YAML between two lines `---` at its start.',
    ],
    [
      'no closing fence',
      '---\nstatus: active\n',
      'The front matter has no end: a line `---` must stand below it.',
    ],
    ['a fence alone', '---', 'The front matter has no end: a line `---` must stand below it.'],
    [
      'a closing fence with text',
      '---\nstatus: active\n---x\n',
      'The front matter must end with a line that holds `---` and nothing else.',
    ],
    [
      'a closing fence of four',
      '---\nstatus: active\n----\n',
      'The front matter must end with a line that holds `---` and nothing else.',
    ],
    ['a list', '---\n- active\n---\n', 'The front matter must be `key: value` lines.'],
    ['a word', '---\nactive\n---\n', 'The front matter must be `key: value` lines.'],
    [
      'an alias',
      '---\na: &x 1\nb: *x\n---\n',
      'The front matter uses YAML aliases (`*name`); write the value out.',
    ],
    [
      'an alias in a merge',
      '---\na: &x {status: active}\n<<: *x\n---\n',
      'The front matter uses YAML aliases (`*name`); write the value out.',
    ],
    [
      'deep lists',
      `---\na: ${'['.repeat(30_000)}\n---\n`,
      'The front matter is nested too deeply to be read.',
    ],
    [
      'deep maps',
      `---\na: ${'{a: '.repeat(10_000)}\n---\n`,
      'The front matter is nested too deeply to be read.',
    ],
  ])('%s', (_, text, message) => {
    expect(read(text)).toEqual({ line: 1, column: 1, message })
  })

  test.each([
    ['a key twice', '---\nstatus: active\nmovedTo: x\nstatus: deleted\n---\n', 4, 'Map keys must be unique'],
    ['broken YAML', '---\nstatus: [active\n---\n', 2, 'Flow sequence'],
    ['a tab', '---\nstatus:\n\tactive: x\n---\n', 3, 'Tabs are not allowed as indentation'],
    ['two documents', '---\nstatus: active\n...\nstatus: deleted\n---\n', 4, 'multiple documents'],
  ])('%s, with its line', (_, text, line, reason) => {
    expect(read(text)).toMatchObject({ line, message: expect.stringContaining(reason) })
  })

  test('a merge key is a key like any other, and merges nothing', () => {
    expect(read('---\nmovedTo: x\n<<: {status: deleted}\n---\n')).toMatchObject({
      data: { movedTo: 'x', '<<': { status: 'deleted' } },
      lines: { '<<': 3 },
    })
  })

  test('depth alone never throws', () => {
    for (let depth = 1; depth < 12_000; depth = Math.ceil(depth * 1.4)) {
      expect(() => read(`---\na: ${'['.repeat(depth)}${']'.repeat(depth)}\n---\n`)).not.toThrow()
    }
  })

  test('a file beyond 64 KiB, and bytes that are not UTF-8', () => {
    const head = '---\nstatus: active\n---\n'
    expect(read(head + 'x'.repeat(65_536 - head.length))).toHaveProperty('data')
    expect(read(head + 'x'.repeat(65_537 - head.length))).toMatchObject({
      message: 'The file has 65537 bytes; at most 65536 are read.',
    })
    expect(parseFrontMatter(Buffer.concat([Buffer.from(head), Buffer.from([0xff])]))).toMatchObject({
      message: 'The bytes are not UTF-8.',
    })
  })
})
