import { expect, test } from 'vitest'
import { serveTable } from '../../../tests/support/loopback.ts'
import { publicWeb } from './public-web.ts'

/** Says whether a request would have been sent, by looking for the name of its host. */
async function isAsked(url: string): Promise<boolean> {
  let asked = false
  const lookup = async () => {
    asked = true
    return []
  }
  await publicWeb({}, { lookup })
    .get(url)
    .catch(() => {})
  return asked
}

test.each([
  'https://pypi.org/pypi/weather/1.0.0/json',
  'https://api.nuget.org/v3/index.json',
  'https://crates.io/api/v1/crates/weather',
  'https://static.crates.io/readmes/weather/weather-1.0.0.html',
  'https://github.com/acme/mcp/releases/download/v1/mcp.mcpb',
  'https://release-assets.githubusercontent.com/file',
  'https://gitlab.com/acme/mcp/-/package_files/1/download',
  'https://ghcr.io/v2/acme/weather/manifests/1.0.0',
  'https://registry-1.docker.io/v2/acme/weather/manifests/1.0.0',
  'https://auth.docker.io/token',
  'https://us-docker.pkg.dev/v2/acme/weather/manifests/1',
  'https://acme.azurecr.io/v2/weather/manifests/1',
  'https://acme.example/.well-known/mcp-registry-auth',
])('%s is asked', async (url) => {
  expect(await isAsked(url)).toBe(true)
})

test.each([
  'https://acme.example/',
  'https://acme.example/.well-known/mcp-registry-auth?a=b',
  'https://acme.example/.well-known/mcp-registry-auth/more',
  'http://acme.example/.well-known/mcp-registry-auth',
  'https://pkg.dev.acme.example/',
  'http://pypi.org/',
])('%s is not', async (url) => {
  expect(await isAsked(url)).toBe(false)
})

test("the operator's mirrors are asked, and told who asks", async () => {
  const mirror = await serveTable({ '/npm/weather': { body: '{}' } })
  const web = publicWeb({ npm: `${mirror.url}/npm` }, { contact: 'https://registry.example/' })
  expect((await web.get(`${mirror.url}/npm/weather`)).status).toBe(200)
  expect(mirror.asked[0]!.headers['user-agent']).toBe('mcp-git-registry (+https://registry.example/)')
})
