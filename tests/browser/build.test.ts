import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeFixture } from './fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'registry-build-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a build that fails lists every problem and leaves the last one in place', () => {
  const root = join(folder, 'root')
  writeFixture(root)
  const broken = 'servers/ac/io.github.acme/weather-mcp/1.1.0/server.json'
  writeFileSync(join(root, broken), '{\n  "name": 1\n}\n')
  writeFileSync(join(root, 'servers/stray.txt'), '')
  mkdirSync(join(folder, 'dist/r'), { recursive: true })
  writeFileSync(join(folder, 'dist/r/head.json'), '{}')
  writeFileSync(join(folder, 'dist/index.html'), 'the last build')

  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
    env: { ...process.env, REGISTRY_ROOT: root, REGISTRY_OUT: join(folder, 'dist'), NO_COLOR: '1' },
    encoding: 'utf8',
  })
  expect(status).toBe(1)
  expect(stderr).toMatch(new RegExp(`^${broken}:\\d+:\\d+ R\\d+ .`, 'm'))
  expect(stderr).toMatch(/^servers\/stray\.txt:1:1 R101 /m)
  expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).toBe('the last build')
  expect(readdirSync(folder).sort()).toEqual(['dist', 'root'])
})
