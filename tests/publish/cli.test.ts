import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { packCli } from '../../src/cli/pack/pack-cli.ts'
import { temporaryFolder, writeFiles } from '../support/git-repository.ts'
import { serveTable } from '../support/loopback.ts'
import { startTerminal } from '../support/terminal.ts'
import { startVerdaccio } from '../support/verdaccio.ts'
import { judgeAndMerge, openRegistry, type PublicRegistry } from './registry-of-gate.ts'

const MAIN = new URL('../../src/cli/main.ts', import.meta.url).pathname
const WEATHER = 'io.github.alice/weather'
const FILE = 'servers/al/io.github.alice/weather/1.4.0/server.json'
const SAYS = 'Weather, alerts and radar for any place on Earth'

const PACKAGE = {
  name: 'weather-mcp',
  version: '1.4.0',
  mcpName: WEATHER,
  bin: { 'weather-mcp': 'index.js' },
}

const npm = await startVerdaccio()
await npm.publish(PACKAGE)

let registry: PublicRegistry
let project: string

beforeEach(async () => {
  registry = await openRegistry(npm)
  registry.gate.account('alice', { id: 11 })
  project = temporaryFolder()
  writeFiles(project, { 'package.json': JSON.stringify(PACKAGE), '.env.example': 'TOKEN=\n' })
})
afterEach(() => registry.gate.close())

function environment(more: Record<string, string> = {}): Record<string, string> {
  const { PATH = '' } = process.env
  return { PATH, HOME: project, GITHUB_ENTERPRISE_TOKEN: registry.gate.signIn('alice'), ...more }
}

async function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = environment({ MCP_GIT_REGISTRY_FILE: registry.targetFile })
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: project,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
  const [code] = (await once(child, 'close')) as [number]
  return { code, ...output }
}

test('a package on npm is listed by one command, in plain lines where there is no terminal', async () => {
  const [{ code, stdout, stderr }] = await Promise.all([
    run('publish', '--yes', '--description', SAYS),
    judgeAndMerge(registry),
  ])
  expect(stderr).toBe('')
  expect(stdout).toContain(`Listed   ${registry.target.url}servers/${WEATHER}/`)
  expect(stdout).not.toMatch(/\x1b/)
  expect(code).toBe(0)
  expect(registry.gate.published(FILE)).toBe(readFileSync(join(project, 'server.json'), 'utf8'))

  const again = await run('publish', '--yes')
  expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('1.4.0 is listed already') })
}, 90_000)

test('the program from its address in a terminal: one answer, and it is listed', async () => {
  const packed = await packCli(registry.target)
  const program = await serveTable({ '/cli.tgz': { body: packed } })
  const npx = {
    npm_config_cache: temporaryFolder(),
    npm_config_registry: npm.url,
    npm_config_update_notifier: 'false',
    npm_config_audit: 'false',
  }
  const began = performance.now()
  const options = { cwd: project, env: environment(npx) }
  const terminal = startTerminal('npx', ['--yes', `${program.url}/cli.tgz`, 'publish'], options)
  await terminal.waitFor('What does it do')
  terminal.type(SAYS)
  terminal.press('enter')
  await terminal.waitFor('opened')
  const opened = performance.now() - began
  await judgeAndMerge(registry)
  await terminal.waitFor('Listed', 60_000)
  expect(await terminal.ended).toBe(0)
  const total = performance.now() - began
  console.log(
    `from npx: pull request open after ${Math.round(opened)} ms, listed after ${Math.round(total)} ms, ` +
      `${terminal.keystrokes()} keystrokes, ${SAYS.length} of them the description`,
  )
  expect(registry.gate.published(FILE)).toContain(SAYS)
}, 120_000)

test('Ctrl-C leaves the pull request open and says how to look at it again', async () => {
  const env = environment({ MCP_GIT_REGISTRY_FILE: registry.targetFile })
  const terminal = startTerminal(process.execPath, [MAIN, 'publish', '--description', SAYS], {
    cwd: project,
    env,
  })
  await terminal.waitFor('checks are running')
  terminal.press('ctrl-c')
  expect(await terminal.ended).toBe(5)
  expect(terminal.screen()).toContain(`mcp-git status ${WEATHER}`)
  expect([...registry.gate.world.pulls.values()]).toMatchObject([{ state: 'open', author: 'alice' }])
}, 60_000)
