import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeFiles } from './write-files.ts'

let out: string

beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'registry-write-'))
})

afterEach(() => rmSync(out, { recursive: true, force: true }))

test('files are written as they are, in folders made for them, with the time of their content', async () => {
  const shared = Buffer.from('both')
  await writeFiles(out, [
    { path: 'a/b/c', body: 'text \u{1F600}', updatedAt: 1_700_000_000_000_000 },
    { path: 'a/one', body: shared, updatedAt: 0 },
    { path: 'a/two', body: shared, updatedAt: 0 },
    { path: 'empty', body: '', updatedAt: 0 },
  ])
  expect(readFileSync(join(out, 'a/b/c'), 'utf8')).toBe('text \u{1F600}')
  expect(statSync(join(out, 'a/b/c')).mtimeMs).toBe(1_700_000_000_000)
  expect([readFileSync(join(out, 'a/one'), 'utf8'), readFileSync(join(out, 'a/two'), 'utf8')]).toEqual([
    'both',
    'both',
  ])
  expect(statSync(join(out, 'empty')).size).toBe(0)
})

test('more than is held at a time arrives whole and in its place', async () => {
  const files = Array.from({ length: 40 }, (_, i) => ({
    path: `large/${i}`,
    body: Buffer.alloc(1024 * 1024, i),
    updatedAt: 0,
  }))
  await writeFiles(out, files)
  for (const { path, body } of files) expect(readFileSync(join(out, path)).equals(body)).toBe(true)
})

test('a disk that refuses is an error here', async () => {
  writeFileSync(join(out, 'file'), '')
  await expect(writeFiles(out, [{ path: 'file/below', body: 'x', updatedAt: 0 }])).rejects.toThrow(
    /EEXIST|ENOTDIR/,
  )
})
