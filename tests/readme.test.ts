import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, existsSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }

const root = join(import.meta.dirname, '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const env = { ...process.env, PORT: '0' }

let out: string
let server: ChildProcess
let address: string

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'registry-readme-'))
  execFileSync(process.execPath, ['scripts/api.ts'], {
    cwd: root,
    env: { ...env, REGISTRY_OUT: join(out, 'dist') },
  })
  server = spawn(process.execPath, ['scripts/serve.ts', '--dir', join(out, 'dist'), '--port', '0'], {
    cwd: root,
    env,
  })
  const [line] = (await once(server.stdout!, 'data')) as [Buffer]
  address = line.toString().trim().replace('localhost', '127.0.0.1').replace(/\/$/, '')
})

afterAll(async () => {
  server.kill()
  await once(server, 'exit')
  rmSync(out, { recursive: true })
})

describe('what the README says', () => {
  const requests = [...readme.matchAll(/^curl '(http:\/\/localhost:4321[^']*)'$/gm)].map(([, url]) => url!)

  test('it shows requests', () => expect(requests.length).toBeGreaterThan(3))

  test.each(requests)('%s is answered', async (url) => {
    const response = await fetch(url.replace('http://localhost:4321', address))
    expect(response.status).toBe(200)
    const { servers, server: one } = (await response.json()) as { servers?: unknown[]; server?: unknown }
    expect(servers?.length ?? Number(one !== undefined)).toBeGreaterThan(0)
  })

  test('the file that it validates is there, and valid', () => {
    const file = /npm run validate -- (servers\/\S+)/.exec(readme)![1]!
    execFileSync(process.execPath, ['scripts/validate.ts', file], { cwd: root, env })
  })

  test('every command is one of the package', () => {
    const commands = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!)
    for (const name of commands) expect(Object.keys(packageJson.scripts)).toContain(name)
  })

  test('every file that it points to is there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path]) => path!)
    expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  test('it fits on a page or two', () => expect(readme.split('\n').length).toBeLessThan(90))
})
