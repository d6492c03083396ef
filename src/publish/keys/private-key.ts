import { createECDH, createPrivateKey, type KeyObject } from 'node:crypto'
import { RegistryError } from '../../model/registry-error.ts'
import type { Algorithm } from '../../verify/proofs/public-key.ts'

/** What stands before the 32 bytes of a seed in PKCS #8 (RFC 8410 §7). */
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** How many hexadecimal digits a private key has in the form of the official registry's tool. */
const DIGITS = { ed25519: 64, ecdsap384: 96 }

/** @throws RegistryError R650 */
export function readPem(pem: string): KeyObject {
  if (/^(-----BEGIN ENCRYPTED PRIVATE KEY-----|Proc-Type: 4,ENCRYPTED)/m.test(pem)) {
    throw new RegistryError('R650', 'The private key is locked by a passphrase.', {
      fix: 'Write a copy without one (openssl pkey -in key.pem -out open.pem), and remove it afterwards.',
    })
  }
  try {
    return createPrivateKey(pem)
  } catch {
    // What was thrown could quote the key, so it is not kept.
    throw new RegistryError('R650', seen(pem), {
      fix: 'It is a PEM file that begins with `-----BEGIN PRIVATE KEY-----`. Make one: mcp-git keygen.',
    })
  }
}

function seen(pem: string): string {
  return /-----BEGIN (RSA |EC )?PUBLIC KEY-----/.test(pem)
    ? 'The file holds a public key. What signs is the private one.'
    : 'The file holds no private key that can be read.'
}

/** @throws RegistryError R650 */
export function readHex(hex: string, algorithm: Algorithm): KeyObject {
  const digits = hex.trim()
  const wanted = DIGITS[algorithm]
  if (!/^[0-9a-fA-F]*$/.test(digits) || digits.length !== wanted) {
    const what = /^[0-9a-fA-F]*$/.test(digits) ? `${digits.length} digits` : 'other characters'
    throw new RegistryError(
      'R650',
      `The private key is not ${wanted} hexadecimal digits, as \`${algorithm}\` has them: it has ${what}.`,
      { fix: 'Give the number as the official tool takes it, or the PEM file instead.' },
    )
  }
  const bytes = Buffer.from(digits, 'hex')
  return algorithm === 'ed25519' ? ed25519(bytes) : p384(bytes)
}

function ed25519(seed: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([ED25519_PKCS8, seed]), format: 'der', type: 'pkcs8' })
}

function p384(number: Buffer): KeyObject {
  const pair = createECDH('secp384r1')
  try {
    pair.setPrivateKey(number)
  } catch {
    throw new RegistryError('R650', 'The private key is no number of the curve of `ecdsap384`.', {
      fix: 'Make one: mcp-git keygen --algorithm ecdsap384.',
    })
  }
  const point = pair.getPublicKey()
  const coordinate = (from: number): string => point.subarray(from, from + 48).toString('base64url')
  const jwk = {
    kty: 'EC',
    crv: 'P-384',
    x: coordinate(1),
    y: coordinate(49),
    d: number.toString('base64url'),
  }
  return createPrivateKey({ key: jwk, format: 'jwk' })
}
