import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { makeKey } from './make-key.ts'
import { dnsRecord, httpFile } from './records.ts'
import { hexSigner, pemSigner } from './signer.ts'
import { splitCommand } from './split-command.ts'
import { faultOf } from './testing/signed-by.ts'

/** The private number of a key in hexadecimal digits, as the official registry's tool has it. */
function hexOf(pem: string): string {
  const { d = '' } = createPrivateKey(pem).export({ format: 'jwk' })
  return Buffer.from(d, 'base64url').toString('hex')
}

describe.each(['ed25519', 'ecdsap384'] as const)('a key of %s', (algorithm) => {
  const { pem, record } = makeKey(algorithm)

  test('has a record in the official form', () => {
    expect(record).toMatch(new RegExp(`^v=MCPv1; k=${algorithm}; p=[A-Za-z0-9+/]+=*$`))
    expect(pem).toMatch(/^-----BEGIN PRIVATE KEY-----\n/)
  })

  test('signs so that the gate takes it, from PEM and from digits', async () => {
    expect(await faultOf(pemSigner(pem), record)).toBeUndefined()
    expect(await faultOf(hexSigner(`${hexOf(pem)}\n`, algorithm), record)).toBeUndefined()
  })

  test('does not sign for another', async () => {
    const other = pemSigner(makeKey(algorithm).pem)
    expect(await faultOf(other, record)).toContain('is by none of the published keys')
  })
})

function pemOf(key: KeyObject, locked = false): string {
  const lock = locked && { cipher: 'aes-256-cbc', passphrase: 'x' }
  return key.type === 'private'
    ? (key.export({ format: 'pem', type: 'pkcs8', ...lock }) as string)
    : (key.export({ format: 'pem', type: 'spki' }) as string)
}

const edward = generateKeyPairSync('ed25519')

test.each<[string, () => unknown]>([
  ['a locked key', () => pemSigner(pemOf(edward.privateKey, true))],
  ['a public key', () => pemSigner(pemOf(edward.publicKey))],
  ['an RSA key', () => pemSigner(pemOf(generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey))],
  [
    'a key of P-256',
    () => pemSigner(pemOf(generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey)),
  ],
  ['something else', () => pemSigner('secret: 12345')],
  ['too few digits', () => hexSigner('abcd', 'ed25519')],
  ['no digits', () => hexSigner('x'.repeat(64), 'ed25519')],
  ['zero', () => hexSigner('0'.repeat(96), 'ecdsap384')],
  ['an open quote', () => splitCommand(`sign 'x`)],
  ['an empty command', () => splitCommand(' ')],
])('%s is refused, with what to do', async (what, use) => {
  let said = ''
  try {
    use()
  } catch (error) {
    const { message, fix } = error as Error & { fix?: string }
    said = `${message}\n${fix}\n`
  }
  await expect(`${what}:\n${said}`).toMatchFileSnapshot(`golden/${what.replaceAll(' ', '-')}.txt`)
})

test('a record says where it goes', () => {
  const record = 'v=MCPv1; k=ed25519; p=AAAA'
  expect(dnsRecord('api.acme.com', record)).toEqual({
    where: 'api.acme.com',
    content: record,
    covers: 'com.acme.api and every namespace below it',
  })
  expect(httpFile('acme.com', record)).toEqual({
    where: 'https://acme.com/.well-known/mcp-registry-auth',
    content: `${record}\n`,
    covers: 'com.acme and nothing below it',
  })
})
