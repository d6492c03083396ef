import { createPublicKey, ECDH, verify, type KeyObject } from 'node:crypto'

export type Algorithm = 'ed25519' | 'ecdsap384'

/** A key from the record of a domain. */
export interface PublishedKey {
  algorithm: Algorithm
  /** The `p=` of its record. */
  text: string
  key: KeyObject
}

const ED25519_BYTES = 32
const P384_COORDINATE = 48

/**
 * Reads `k=` and `p=` of a record (ownership §4): 32 raw bytes for Ed25519, a compressed point of 49 bytes for
 * ECDSA P-384, in base64. Gives the fault as a sentence where they are no key.
 */
export function readPublicKey(algorithm: string, text: string): PublishedKey | { fault: string } {
  if (algorithm !== 'ed25519' && algorithm !== 'ecdsap384') {
    return { fault: `It has \`k=${algorithm}\`; \`ed25519\` and \`ecdsap384\` are known.` }
  }
  const bytes = Buffer.from(text, 'base64')
  if (bytes.toString('base64') !== text) return { fault: 'Its `p=` is not base64.' }
  try {
    const jwk = algorithm === 'ed25519' ? ed25519(bytes) : p384(bytes)
    if ('fault' in jwk) return jwk
    return { algorithm, text, key: createPublicKey({ key: jwk, format: 'jwk' }) }
  } catch {
    return { fault: `Its \`p=\` is no point on the curve of \`${algorithm}\`.` }
  }
}

/** How a key is called in messages: its algorithm and the start of its `p=`. */
export function keyLabel({ algorithm, text }: Pick<PublishedKey, 'algorithm' | 'text'>): string {
  return `\`${algorithm}:${text.slice(0, 8)}\``
}

/** Whether a signature over `text` was made with the key: 64 bytes for Ed25519, R‖S of 96 bytes for ECDSA P-384. */
export function isSignedBy({ algorithm, key }: PublishedKey, text: Buffer, signature: Buffer): boolean {
  if (algorithm === 'ed25519') return verify(null, text, key, signature)
  return verify('sha384', text, { key, dsaEncoding: 'ieee-p1363' }, signature)
}

type Jwk = { kty: string; crv: string; x: string; y?: string }

function ed25519(bytes: Buffer): Jwk | { fault: string } {
  if (bytes.length !== ED25519_BYTES) {
    return { fault: `Its key has ${bytes.length} bytes; an Ed25519 key has ${ED25519_BYTES}.` }
  }
  return { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') }
}

function p384(bytes: Buffer): Jwk | { fault: string } {
  if (bytes.length !== P384_COORDINATE + 1 || (bytes[0] !== 2 && bytes[0] !== 3)) {
    return {
      fault: `Its key has ${bytes.length} bytes; an ECDSA P-384 key is a compressed point: 49 bytes that begin with 02 or 03.`,
    }
  }
  const point = ECDH.convertKey(bytes, 'secp384r1', undefined, undefined, 'uncompressed') as Buffer
  const coordinate = (from: number): string =>
    point.subarray(from, from + P384_COORDINATE).toString('base64url')
  return { kty: 'EC', crv: 'P-384', x: coordinate(1), y: coordinate(1 + P384_COORDINATE) }
}
