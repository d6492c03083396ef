import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Parser } from 'tar'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { bundleCli, type CliBundle } from '../../src/cli/pack/bundle-cli.ts'
import { packCli } from '../../src/cli/pack/pack-cli.ts'
import type { RegistryTarget } from '../../src/cli/target.ts'
import { serveTable } from '../support/loopback.ts'

/** Unpacked, in bytes: `npx` fetches it anew on every machine. */
const BUDGET = 1_000_000

const TARGET: RegistryTarget = {
  title: 'Test registry',
  url: 'https://registry.example/',
  repository: 'acme/registry',
  npmRegistry: 'http://127.0.0.1:9/',
}

interface PackedFile {
  text: string
  mode: number
  time: string
}

let bundle: CliBundle
let packed: Uint8Array
let files: Record<string, PackedFile>
const folder = mkdtempSync(join(tmpdir(), 'packed-cli-'))

beforeAll(async () => {
  bundle = await bundleCli()
  packed = await packCli(TARGET)
  files = await unpacked(packed)
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function unpacked(archive: Uint8Array): Promise<Record<string, PackedFile>> {
  const entries: Record<string, PackedFile> = {}
  const parser = new Parser({
    onReadEntry(entry) {
      const chunks: Buffer[] = []
      entry.on('data', (chunk) => chunks.push(chunk))
      entry.on('end', () => {
        const { path, mode = 0, mtime } = entry
        entries[path] = { text: Buffer.concat(chunks).toString(), mode, time: mtime!.toISOString() }
      })
    },
  })
  await new Promise<void>((resolve, reject) => {
    parser.on('end', resolve).on('error', reject)
    parser.end(Buffer.from(archive))
  })
  return entries
}

describe('what is in it', () => {
  test('is little', () => {
    const size = Object.values(files).reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
    const cameIn = bundle.packages
      .toSorted((a, b) => b.size - a.size)
      .map((item) => `${String(item.size).padStart(9)}  ${item.name} ${item.version}`)
    expect(size, `Libraries in it, and their code before it is minified:\n${cameIn.join('\n')}`).toBeLessThan(
      BUDGET,
    )
  })

  test.each(['ajv', 'npm-registry-fetch', 'undici', 'sigstore', 'astro', 'rolldown', '@octokit/action'])(
    'is not %s, which is for the registry and not for its publishers',
    (name) => {
      expect(bundle.packages.map((item) => item.name)).not.toContain(name)
    },
  )

  test('imports nothing but what Node brings', () => {
    const imported = [...bundle.code.matchAll(/\b(?:from|import\(|require\()\s*["'`]([\w@./:-]+)["'`]/g)].map(
      ([, name]) => name!,
    )
    expect(imported).toContain('node:fs')
    expect(imported.filter((name) => !name.startsWith('node:') && !isBuiltin(name))).toEqual([])
  })

  test('is six files of no particular machine or time', () => {
    expect(Object.entries(files).map(([path, { mode, time }]) => `${mode.toString(8)} ${time} ${path}`))
      .toMatchInlineSnapshot(`
      [
        "644 1985-10-26T08:15:00.000Z package/package.json",
        "755 1985-10-26T08:15:00.000Z package/mcp-git.js",
        "644 1985-10-26T08:15:00.000Z package/registry.json",
        "644 1985-10-26T08:15:00.000Z package/README.md",
        "644 1985-10-26T08:15:00.000Z package/LICENSE",
        "644 1985-10-26T08:15:00.000Z package/LICENSES.txt",
      ]
    `)
    expect(JSON.parse(files['package/registry.json']!.text)).toEqual(TARGET)
  })

  test('installs nothing else and runs nothing when it is installed', () => {
    expect(JSON.parse(files['package/package.json']!.text)).toEqual({
      name: expect.stringMatching(/^mcp-git-[0-9a-f]{10}$/),
      version: packageJson.version,
      description: 'Publishes Model Context Protocol servers to Test registry.',
      homepage: 'https://registry.example/',
      license: 'MIT',
      type: 'module',
      bin: { 'mcp-git': 'mcp-git.js' },
      engines: { node: '>=20.12' },
    })
  })

  test('says under which terms each library is', () => {
    const text = files['package/LICENSES.txt']!.text
    for (const { name, version, licence } of bundle.packages) {
      expect(text).toContain(`${name} ${version} (${licence})`)
      expect(licence).toMatch(/^(MIT|ISC|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|0BSD)$/)
    }
  })

  test('is the same each time', async () => {
    expect(Buffer.compare(await packCli(TARGET), packed)).toBe(0)
    expect((await bundleCli()).code === bundle.code).toBe(true)
  })

  test('names no folder of this machine', () => {
    expect(bundle.code).not.toContain(process.cwd())
  })
})

describe('npx', () => {
  const env = (registry: string): NodeJS.ProcessEnv => ({
    PATH: process.env.PATH,
    HOME: folder,
    npm_config_cache: join(folder, 'npm'),
    npm_config_registry: registry,
    npm_config_update_notifier: 'false',
    npm_config_audit: 'false',
  })
  const run = promisify(execFile)

  test('runs it from its address, with nothing else to fetch', async () => {
    const table = { '/cli.tgz': { headers: { 'content-type': 'application/gzip' }, body: packed } }
    const { url, asked } = await serveTable(table)
    const options = { cwd: folder, env: env(`${url}/nothing-here/`) }
    const { stdout } = await run('npx', ['--yes', `${url}/cli.tgz`, '--version'], options)
    expect(stdout).toBe(`mcp-git ${packageJson.version}\n`)
    expect(new Set(asked.map(({ path }) => path))).toEqual(new Set(['/cli.tgz']))
  }, 60_000)

  test('takes the copy that is there today', async () => {
    const table = { '/cli.tgz': { body: packed } }
    const { url } = await serveTable(table)
    const options = { cwd: folder, env: env(`${url}/nothing-here/`) }
    const help = (): Promise<{ stdout: string }> => run('npx', ['--yes', `${url}/cli.tgz`, '--help'], options)
    const before = await help()
    table['/cli.tgz'].body = await packCli({
      ...TARGET,
      title: 'Renamed registry',
      url: 'https://new.example/',
    })
    const after = await help()
    expect(before.stdout).toContain('https://registry.example/')
    expect(after.stdout).toContain('https://new.example/')
  }, 60_000)
})
