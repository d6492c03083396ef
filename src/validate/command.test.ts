import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CURRENT_SCHEMA_URL } from './schema/dates.ts'

const SERVER = {
  $schema: CURRENT_SCHEMA_URL,
  name: 'io.github.alice/weather',
  description: 'Weather reports',
  version: '1.0.0',
  remotes: [{ type: 'streamable-http', url: 'https://weather.example.com/mcp' }],
}
const OLDER = { ...SERVER, $schema: CURRENT_SCHEMA_URL.replace('2025-12-11', '2025-10-17') }

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'validate-'))
  put('fine.json', SERVER)
  put('older.json', OLDER)
  put('own/servers/al/io.github.alice/weather/1.0.0/server.json', OLDER)
  put('own/servers/al/io.github.alice/forecast/upstream.json', { source: 'https://a.example', versions: {} })
  const forecast = { ...SERVER, name: 'io.github.alice/forecast', repository: {} }
  put('own/servers/al/io.github.alice/forecast/1.0.0/server.json', forecast)
  put('bad/servers/al/io.github.alice/weather/1.0.0/server.json', { ...SERVER, repository: {} })
})
afterAll(() => rmSync(folder, { recursive: true }))

function put(path: string, content: unknown): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), JSON.stringify(content))
}

function validate(...args: string[]) {
  const script = join(import.meta.dirname, '../../scripts/validate.ts')
  return spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8' })
}

test('valid files give 0, in every format', () => {
  for (const format of ['text', 'json', 'github']) {
    expect(validate('--format', format, 'fine.json')).toMatchObject({ status: 0, stderr: '' })
  }
})

test('a file that is not valid gives 1, and JSON is all there is on stdout', () => {
  const { status, stdout } = validate('--format', 'json', 'fine.json', 'older.json')
  expect(status).toBe(1)
  const { valid, files } = JSON.parse(stdout) as { valid: boolean; files: { file: string; valid: boolean }[] }
  expect(valid).toBe(false)
  expect(files.map(({ file, valid: isValid }) => [file, isValid])).toEqual([
    ['fine.json', true],
    ['older.json', false],
  ])
})

test('in a tree published files keep their schema, and mirrored ones their ways', () => {
  expect(validate('--root', 'own')).toMatchObject({ status: 0, stderr: '' })
  expect(validate('--root', 'bad').status).toBe(1)
})

test.each([
  ['an unknown option', ['--bogus']],
  ['an unknown format', ['--format', 'xml']],
  ['a root and files', ['--root', 'own', 'fine.json']],
  ['a file that is not there', ['nothing.json']],
  ['a folder for a file', ['own']],
  ['a root without servers', ['--root', '.']],
])('%s gives 3 and a sentence, not a stack', (_, args) => {
  const { status, stdout, stderr } = validate(...args)
  expect(status).toBe(3)
  expect(stdout).toBe('')
  expect(stderr).not.toContain('    at ')
})

test('help tells the usage', () => expect(validate('--help').stdout).toContain('--root DIR'))
