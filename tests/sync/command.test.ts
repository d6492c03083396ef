import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { record, recordsFile, temporaryRoot } from './support.ts'

const SCRIPT = join(import.meta.dirname, '../../scripts/sync.ts')

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

test('the report is one JSON document, or a text in which no name writes lines of its own', () => {
  const root = temporaryRoot()
  const from = recordsFile(root, [record('com.acme/aa', '1.0.0'), record('x\n::error::y\u202e', '1.0.0')])
  const json = run('--from', from, '--root', root, '--format', 'json')
  expect(json).toMatchObject({ status: 0, stderr: '' })
  expect(JSON.parse(json.stdout)).toMatchObject({ source: 'records.ndjson', counts: { newVersions: 1 } })
  const text = run('--from', from, '--root', root)
  expect(text.status).toBe(0)
  expect(text.stdout).toContain('unchanged                  1')
  expect(text.stdout).toContain('`x\\u{a}::error::y\\u{202e}@1.0.0`  R')
  expect(text.stdout).not.toMatch(/^::/m)
})

test('wrong usage is 3, an unusable source 1', () => {
  expect(run()).toMatchObject({ status: 3, stderr: expect.stringContaining('--from is missing') })
  expect(run('--form', 'x')).toMatchObject({ status: 3, stderr: expect.stringContaining('--form') })
  expect(run('--from', 'ftp://x')).toMatchObject({ status: 3, stderr: expect.stringContaining('R615') })
  expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('npm run sync') })
  const root = temporaryRoot()
  const missing = run('--from', join(root, 'none.json'), '--root', root, '--format', 'json')
  expect(missing.status).toBe(1)
  expect(JSON.parse(missing.stdout)).toMatchObject({ error: { code: 'R610' } })
})
