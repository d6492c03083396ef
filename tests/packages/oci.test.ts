import { describe, expect, test } from 'vitest'
import type { Policy } from '../../src/catalog/policy.ts'
import { PACKAGE_OCI } from '../../src/verify/rules/package-oci.ts'
import { HAS_DOCKER_REGISTRY, startDockerRegistry } from '../support/docker-registry.ts'
import { serveTable } from '../support/loopback.ts'
import { pushImage } from '../support/oci-push.ts'
import { startOciRegistry } from '../support/oci-registry.ts'
import { askRule, publicationOf, SERVER } from '../support/package-change.ts'

const LABEL = 'io.modelcontextprotocol.server.name'
const RIGHT = { [LABEL]: SERVER }
const WRONG = { [LABEL]: 'io.github.acme/weather-pro' }

const own = await startOciRegistry()
const registries = [
  { kind: 'a registry with tokens', url: own.url },
  ...(HAS_DOCKER_REGISTRY ? [{ kind: 'docker-registry', url: await startDockerRegistry() }] : []),
]

async function ask(identifier: string, packages: Policy['packages'] = { oci: own.url }) {
  const publication = publicationOf([{ registryType: 'oci', identifier }])
  return (await askRule(PACKAGE_OCI, [publication], packages, { trusted: [own.files.url] })).outcomes
}

describe.each(registries)('$kind', ({ url }) => {
  const askHere = (identifier: string) => ask(identifier, { oci: url })

  test('an image with the label passes, with its digest', async () => {
    const digest = await pushImage(url, 'acme/right', '1.0.0', { labels: RIGHT })
    for (const identifier of ['ghcr.io/acme/right:1.0.0', `ghcr.io/acme/right@${digest}`]) {
      expect(await askHere(identifier)).toMatchObject([
        {
          status: 'pass',
          evidence: [{ package: `oci ${identifier}`, kind: 'digest', value: digest }],
        },
      ])
    }
  })

  test('of an index the image for linux/amd64 counts, else the first', async () => {
    const unknown = { 'unknown/unknown': WRONG }
    const both = { ...unknown, 'linux/arm64': WRONG, 'linux/amd64': RIGHT }
    const digest = await pushImage(url, 'acme/both', '1.0.0', { platforms: both })
    expect(await askHere('ghcr.io/acme/both:1.0.0')).toMatchObject([
      { status: 'pass', evidence: [{ value: digest }] },
    ])
    await pushImage(url, 'acme/arm', '1.0.0', { platforms: { ...unknown, 'linux/arm64': RIGHT } })
    expect(await askHere('ghcr.io/acme/arm:1.0.0')).toMatchObject([{ status: 'pass' }])
    await pushImage(url, 'acme/swap', '1.0.0', { platforms: { 'linux/arm64': RIGHT, 'linux/amd64': WRONG } })
    expect(await askHere('ghcr.io/acme/swap:1.0.0')).toMatchObject([{ status: 'fail' }])
  })

  test('an image with another label, or none, fails', async () => {
    await pushImage(url, 'acme/wrong', '1.0.0', { labels: WRONG })
    expect(await askHere('ghcr.io/acme/wrong:1.0.0')).toMatchObject([
      {
        status: 'fail',
        message: `The image \`ghcr.io/acme/wrong:1.0.0\` has the label \`${LABEL}\` with \`${SERVER}-pro\`, not \`${SERVER}\`.`,
        fix: `Add \`LABEL ${LABEL}="${SERVER}"\` to its Dockerfile, and push the image with a new tag that is named here.`,
      },
    ])
    for (const labels of [null, {}, { maintainer: 'acme' }]) {
      await pushImage(url, 'acme/bare', '1.0.0', { labels })
      expect(await askHere('ghcr.io/acme/bare:1.0.0')).toMatchObject([
        {
          status: 'fail',
          message: `The image \`ghcr.io/acme/bare:1.0.0\` has no label \`${LABEL}\`.`,
        },
      ])
    }
  })

  test('an annotation is not the label', async () => {
    await pushImage(url, 'acme/noted', '1.0.0', { annotations: RIGHT })
    expect(await askHere('ghcr.io/acme/noted:1.0.0')).toMatchObject([
      { status: 'fail', message: expect.stringContaining('It has an annotation of that name') },
    ])
  })

  test('a tag that does not exist fails, with those that do', async () => {
    for (const tag of ['1.9.0', '1.10.0', 'edge']) await pushImage(url, 'acme/tags', tag, { labels: RIGHT })
    expect(await askHere('ghcr.io/acme/tags:2.0.0')).toMatchObject([
      {
        status: 'fail',
        message:
          'There is no image `ghcr.io/acme/tags:2.0.0`: its registry does not know `2.0.0`. It has `1.10.0`, `1.9.0`, `edge`.',
      },
    ])
    expect(await askHere('ghcr.io/acme/nowhere:1.0.0')).toMatchObject([
      {
        status: 'fail',
        message: 'There is no image `ghcr.io/acme/nowhere:1.0.0`: its registry does not know `1.0.0`.',
      },
    ])
  })
})

test('the token is for reading this repository, and does not follow to the storage', async () => {
  await pushImage(own.url, 'acme/token', '1.0.0', { labels: RIGHT })
  own.asked.length = 0
  expect(await ask('docker.io/acme/token:1.0.0')).toMatchObject([{ status: 'pass' }])
  expect(own.asked.map(({ path }) => path.replace(/sha256:.*\?/, 'sha256:…?'))).toEqual([
    '/v2/acme/token/manifests/1.0.0?ns=docker.io',
    '/token?service=registry&scope=repository%3Aacme%2Ftoken%3Apull',
    '/v2/acme/token/manifests/1.0.0?ns=docker.io',
    '/v2/acme/token/blobs/sha256:…?ns=docker.io',
  ])
  expect(own.asked[2]!.headers.authorization).toMatch(/^Bearer /)
  expect(own.files.asked.at(-1)!.headers.authorization).toBeUndefined()
})

test('a private image fails', async () => {
  own.private.add('acme/secret')
  await pushImage(own.url, 'acme/secret', '1.0.0', { labels: RIGHT })
  expect(await ask('ghcr.io/acme/secret:1.0.0')).toMatchObject([
    {
      status: 'fail',
      message: 'The image registry does not show `ghcr.io/acme/secret:1.0.0` to everybody (it answered 401).',
    },
  ])
})

test.each([
  'Bearer realm="https://evil.example/token",service="registry"',
  'Bearer realm="https://127.0.0.1.evil.example/token",service="registry"',
])('a challenge to another host is not followed: %s', async (challenge) => {
  own.challenge = challenge
  const outcomes = await ask('ghcr.io/acme/any:1.0.0')
  delete own.challenge
  expect(outcomes).toMatchObject([
    { status: 'error', message: expect.stringContaining('which is not its own.') },
  ])
})

test('what is not what its digest says is no answer', async () => {
  await pushImage(own.url, 'acme/forged', '1.0.0', { labels: WRONG })
  const { bytes } = own.manifests.get('acme/forged/1.0.0')!
  const config = (JSON.parse(bytes.toString()) as { config: { digest: string } }).config.digest
  own.blobs.set(config, Buffer.from(JSON.stringify({ config: { Labels: RIGHT } })))
  expect(await ask('ghcr.io/acme/forged:1.0.0')).toMatchObject([
    { status: 'error', message: expect.stringContaining('gave something else than `sha256:') },
  ])
  own.blobs.delete(config)
  expect(await ask('ghcr.io/acme/forged:1.0.0')).toMatchObject([
    { status: 'fail', message: 'The image `ghcr.io/acme/forged:1.0.0` has no config that can be read.' },
  ])
})

test.each([429, 500, 503])('%i is an error, never a pass', async (status) => {
  const ill = await serveTable({ '/v2/acme/weather/manifests/1.0.0?ns=ghcr.io': { status } })
  expect(await ask('ghcr.io/acme/weather:1.0.0', { oci: ill.url })).toMatchObject([
    {
      status: 'error',
      message: `The \`oci\` package \`ghcr.io/acme/weather:1.0.0\` could not be checked: \`127.0.0.1:${ill.port}\` answered ${status} (4 tries).`,
    },
  ])
})

test('images that the document rules refuse are not looked up', async () => {
  expect(await ask('quay.io/acme/weather:1.0.0', {})).toEqual([])
  expect(await ask('https://ghcr.io/acme/weather', {})).toEqual([])
})
