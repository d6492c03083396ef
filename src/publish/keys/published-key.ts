import { ECDH, type KeyObject } from 'node:crypto'
import type { Algorithm } from '../../verify/proofs/public-key.ts'

/** A public key as its owner publishes it. */
export interface RecordKey {
  algorithm: Algorithm
  /** The `p=` of its record: base64 of 32 bytes (Ed25519), or of a compressed point of 49 bytes (ECDSA P-384). */
  text: string
}

/** How a key, public or private, is published (ownership §4). `undefined` where it is of another kind than the two. */
export function publishedKey(key: KeyObject): RecordKey | undefined {
  const kind = key.asymmetricKeyDetails?.namedCurve ?? key.asymmetricKeyType
  if (kind !== 'ed25519' && kind !== 'secp384r1') return undefined
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const point = [x, y].map((coordinate) => Buffer.from(coordinate, 'base64url'))
  if (kind === 'ed25519') return { algorithm: 'ed25519', text: point[0]!.toString('base64') }
  const whole = Buffer.concat([Buffer.of(4), ...point])
  const compressed = ECDH.convertKey(whole, 'secp384r1', undefined, undefined, 'compressed') as Buffer
  return { algorithm: 'ecdsap384', text: compressed.toString('base64') }
}

/** The record of a key, in the form of the official registry. */
export function recordOf({ algorithm, text }: RecordKey): string {
  return `v=MCPv1; k=${algorithm}; p=${text}`
}
