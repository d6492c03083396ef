import { expect, test } from 'vitest'
import { imageAddress } from './image-address.ts'

const DIGEST = `sha256:${'a'.repeat(64)}`
const DOCKER = ['registry-1.docker.io', 'auth.docker.io']

test.each([
  ['ghcr.io/acme/weather:1.0.0', 'https://ghcr.io/v2/acme/weather', '1.0.0', ['ghcr.io']],
  ['ghcr.io/acme/weather', 'https://ghcr.io/v2/acme/weather', 'latest', ['ghcr.io']],
  [`ghcr.io/acme/weather:1@${DIGEST}`, 'https://ghcr.io/v2/acme/weather', DIGEST, ['ghcr.io']],
  ['acme/weather:1', 'https://registry-1.docker.io/v2/acme/weather', '1', DOCKER],
  ['docker.io/acme/weather:1', 'https://registry-1.docker.io/v2/acme/weather', '1', DOCKER],
  ['docker.io/weather:1', 'https://registry-1.docker.io/v2/library/weather', '1', DOCKER],
  ['weather:1', 'https://registry-1.docker.io/v2/library/weather', '1', DOCKER],
  [
    'europe-docker.pkg.dev/acme/x/weather:1',
    'https://europe-docker.pkg.dev/v2/acme/x/weather',
    '1',
    ['europe-docker.pkg.dev'],
  ],
])('%s', (identifier, url, reference, tokenHosts) => {
  expect(imageAddress(identifier, {})).toMatchObject({ url, reference, tokenHosts, query: '' })
})

test.each(['quay.io/acme/weather:1', 'localhost:5000/weather', 'https://ghcr.io/acme/weather', ''])(
  '%s is not looked up',
  (identifier) => {
    expect(imageAddress(identifier, {})).toBeUndefined()
  },
)

test('a mirror is told whose image is meant', () => {
  const mirror = { oci: 'http://mirror.example:5000/' }
  expect(imageAddress('quay.io/acme/weather:1', mirror)).toMatchObject({
    url: 'http://mirror.example:5000/v2/acme/weather',
    query: '?ns=quay.io',
    tokenHosts: ['mirror.example'],
  })
  expect(imageAddress('weather', mirror)).toMatchObject({ query: '?ns=docker.io' })
})
