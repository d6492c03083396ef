import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { guardedWeb } from '../../src/verify/net/guarded-web.ts'
import { NoSuchHost, OutOfReach } from '../../src/verify/net/out-of-reach.ts'
import { offlineWeb } from '../../src/verify/net/offline.ts'
import type { WebClient } from '../../src/verify/net/web-client.ts'
import { PACKAGE_MCPB } from '../../src/verify/rules/package-mcpb.ts'
import { serveTable } from '../support/loopback.ts'
import { askRule, publicationOf, type PackageSketch } from '../support/package-change.ts'
import { reroutedWeb } from '../support/rerouted-web.ts'

const FILE = Buffer.alloc(300_000, 'mcpb')
const HASH = createHash('sha256').update(FILE).digest('hex')
const RELEASE = '/acme/weather-mcp/releases/download/v1/'

const github = await serveTable({
  [`${RELEASE}good.mcpb`]: { status: 302, headers: { location: '/storage/good' } },
  '/storage/good': { body: FILE },
  [`${RELEASE}private.mcpb`]: { status: 401 },
  [`${RELEASE}broken.mcpb`]: { status: 503 },
  [`${RELEASE}elsewhere.mcpb`]: { status: 302, headers: { location: 'https://evil.example/file' } },
  [`${RELEASE}inside.mcpb`]: {
    status: 302,
    headers: { location: 'http://169.254.169.254/latest/meta-data/' },
  },
})
const reachable = guardedWeb({ allows: () => false, trusted: [github.url], sleep: async () => {} })
const asGitHub = reroutedWeb(reachable, { 'https://github.com': github.url })

async function ask(file: string, fileSha256 = HASH, web: WebClient = asGitHub) {
  const identifier = file.includes('/') ? file : `https://github.com${RELEASE}${file}`
  const sketch: PackageSketch = { registryType: 'mcpb', identifier, fileSha256 }
  return (await askRule(PACKAGE_MCPB, [publicationOf([sketch])], {}, { web })).outcomes
}

test('a file with the right hash passes', async () => {
  expect(await ask('good.mcpb')).toMatchObject([
    {
      status: 'pass',
      evidence: [{ package: `mcpb https://github.com${RELEASE}good.mcpb`, kind: 'sha256', value: HASH }],
    },
  ])
})

test('another file fails, with the hash that it has', async () => {
  expect(await ask('good.mcpb', 'a'.repeat(64))).toMatchObject([
    {
      status: 'fail',
      message: expect.stringContaining(`has 300000 bytes and the SHA-256 hash \`${HASH}\``),
      fix: expect.stringContaining(`\`"fileSha256": "${HASH}"\``),
    },
  ])
})

test.each([
  ['missing.mcpb', 'cannot be downloaded by everybody (it answered 404).'],
  ['private.mcpb', 'cannot be downloaded by everybody (it answered 401).'],
  ['elsewhere.mcpb', 'was not asked: this registry does not fetch anything from that host.'],
  ['inside.mcpb', 'was not asked: it does not use https.'],
])('%s fails: it %s', async (file, why) => {
  expect(await ask(file)).toMatchObject([{ status: 'fail', message: expect.stringContaining(why) }])
})

test('a file that is too large fails', async () => {
  const web = { ...asGitHub, sha256: (url: string) => asGitHub.sha256(url, { maxBytes: 1000 }) }
  expect(await ask('good.mcpb', HASH, web)).toMatchObject([
    { status: 'fail', message: expect.stringContaining('answers with more than 1000 bytes.') },
  ])
})

test('trouble of the host or of ours is an error', async () => {
  const cutOff: WebClient = {
    ...offlineWeb,
    sha256: () => Promise.reject(new NoSuchHost('There is no host `github.com`.')),
  }
  expect(await ask('broken.mcpb')).toMatchObject([{ status: 'error' }])
  expect(await ask('good.mcpb', HASH, offlineWeb)).toMatchObject([{ status: 'error' }])
  expect(await ask('good.mcpb', HASH, cutOff)).toMatchObject([{ status: 'error' }])
  expect(new NoSuchHost()).not.toBeInstanceOf(OutOfReach)
})

test('what the rules about the document refuse is not downloaded', async () => {
  expect(await ask('https://example.com/weather-mcp.mcpb')).toEqual([])
  expect(await ask('good.mcpb', '')).toEqual([])
})
