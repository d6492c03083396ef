import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createApp } from '../../../api/serve/app.ts'
import { parseConfig } from '../../../catalog/config.ts'
import { cliFiles } from './cli-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'cli-files-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SETTINGS = {
  title: 'Acme tools',
  url: 'https://acme.example/registry',
  repository: 'acme/registry',
  githubClientId: 'Iv1.0123456789abcdef',
  policy: { packages: { npm: 'https://npm.acme.example/' } },
}

test('the program and what it knows are served as they are', async () => {
  const files = await cliFiles(parseConfig(JSON.stringify(SETTINGS), {}), 0)
  for (const { path, body } of files) writeFileSync(join(folder, path), body)
  const app = createApp(folder, { base: '/' })

  const program = await app.request('/cli.tgz', { headers: { 'accept-encoding': 'gzip, br' } })
  expect(program.headers.get('content-type')).toBe('application/gzip')
  expect(program.headers.get('content-encoding')).toBeNull()
  expect(Buffer.compare(await program.bytes(), Buffer.from(files[0]!.body))).toBe(0)

  const known = await app.request('/cli.json')
  expect(await known.json()).toEqual({
    title: 'Acme tools',
    url: 'https://acme.example/registry/',
    repository: 'acme/registry',
    clientId: 'Iv1.0123456789abcdef',
    npmRegistry: 'https://npm.acme.example',
  })
}, 60_000)
