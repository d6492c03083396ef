import { expect, test } from 'vitest'
import {
  cursorLink,
  gooseLink,
  isPublicHttps,
  kiroLink,
  lmStudioLink,
  registryLink,
  shortEnough,
  visualStudioLink,
  vscodeLink,
} from './links.ts'

const BASE64 =
  'eyJjb21tYW5kIjoibnB4IiwiYXJncyI6WyIteSIsIkBhY21lL3NlYXJjaEAxLjIuMyJdLCJlbnYiOnsiQUNNRV9BUElfS0VZIjoiIn19'
const CONFIG = { command: 'npx', args: ['-y', '@acme/search@1.2.3'], env: { ACME_API_KEY: '' } }
const FLAT = {
  name: 'com.acme/search',
  command: 'npx',
  args: ['-y', '@acme/search@1.2.3'],
  env: { ACME_API_KEY: '${input:acme_key}' },
  inputs: [{ id: 'acme_key', type: 'promptString', description: 'API key', password: true }],
}
const PAYLOAD =
  '%7B%22name%22%3A%22com.acme%2Fsearch%22%2C%22command%22%3A%22npx%22%2C%22args%22%3A%5B%22-y%22%2C%22%40acme%2Fsearch%401.2.3%22%5D%2C%22env%22%3A%7B%22ACME_API_KEY%22%3A%22%24%7Binput%3Aacme_key%7D%22%7D%2C%22inputs%22%3A%5B%7B%22id%22%3A%22acme_key%22%2C%22type%22%3A%22promptString%22%2C%22description%22%3A%22API%20key%22%2C%22password%22%3Atrue%7D%5D%7D'

test('links are what the clients read, byte for byte', () => {
  expect(vscodeLink('vscode', FLAT)).toBe(`vscode:mcp/install?${PAYLOAD}`)
  expect(vscodeLink('vscode-insiders', FLAT)).toBe(`vscode-insiders:mcp/install?${PAYLOAD}`)
  expect(visualStudioLink(FLAT)).toBe(`https://vs-open.link/mcp-install?${PAYLOAD}`)
  expect(cursorLink('search', CONFIG)).toBe(
    `cursor://anysphere.cursor-deeplink/mcp/install?name=search&config=${BASE64}`,
  )
  expect(lmStudioLink('search', CONFIG)).toBe(`lmstudio://add_mcp?name=search&config=${BASE64}`)
  expect(kiroLink('search', CONFIG)).toBe(
    'https://kiro.dev/launch/mcp/add?name=search&config=%7B%22command%22%3A%22npx%22%2C%22args%22%3A%5B%22-y%22%2C%22%40acme%2Fsearch%401.2.3%22%5D%2C%22env%22%3A%7B%22ACME_API_KEY%22%3A%22%22%7D%7D',
  )
  expect(
    gooseLink([
      ['cmd', 'npx'],
      ['arg', '-y'],
      ['arg', '@acme/search@1.2.3'],
    ]),
  ).toBe('goose://extension?cmd=npx&arg=-y&arg=%40acme%2Fsearch%401.2.3')
})

test('base64 is of UTF-8, and its signs survive the address', () => {
  const config = { command: 'é>?🧨' }
  const { searchParams } = new URL(cursorLink('x', config))
  expect(Buffer.from(searchParams.get('config')!, 'base64').toString('utf8')).toBe(JSON.stringify(config))
  expect(cursorLink('x', { command: '>>>???' })).not.toMatch(/config=.*[+/=]/)
})

test('VS Code gets an entry from a registry that everybody reaches', () => {
  const link = (address: string) => registryLink('vscode', address, 'com.acme/search')
  expect(link('https://reg.acme.com/')).toBe(
    'vscode:mcp/reg.acme.com/v0.1/servers/com.acme%2Fsearch/versions/latest',
  )
  expect(link('https://acme.github.io/registry/')).toBe(
    'vscode:mcp/acme.github.io/registry/v0.1/servers/com.acme%2Fsearch/versions/latest',
  )
  for (const address of [
    'http://reg.acme.com/',
    'https://localhost/',
    'https://10.0.0.1/',
    'https://mcp.corp/',
    'x',
  ])
    expect(link(address), address).toBeUndefined()
})

test('public is what a public name and https make', () => {
  expect(isPublicHttps('https://reg.acme.com:8443/x/')).toBe(true)
  for (const address of ['https://[::1]/', 'https://registry/', 'https://a.internal/', 'https://1.2.3.4/'])
    expect(isPublicHttps(address), address).toBe(false)
})

test('what no system takes is no link', () => {
  expect(shortEnough('x'.repeat(2000))).toHaveLength(1)
  expect(shortEnough('x'.repeat(2001))).toEqual([])
})
