import { sign, type KeyObject } from 'node:crypto'
import { RegistryError } from '../../model/registry-error.ts'
import type { Algorithm } from '../../verify/proofs/public-key.ts'
import { readHex, readPem } from './private-key.ts'
import { publishedKey } from './published-key.ts'

/** What makes a signature: a key that is here, or a program that asks for one that is not. */
export interface Signer {
  algorithm: Algorithm
  /** The `p=` of the key's record; absent where only the program knows the key. */
  publicKey?: string
  /** 64 bytes for Ed25519; R and S of 48 bytes each, over SHA-384 of the text, for ECDSA P-384. */
  sign(text: Buffer): Promise<Buffer>
}

/**
 * Signs with a private key as openssl and this program write it.
 *
 * @throws RegistryError R650 where it cannot be used
 */
export function pemSigner(pem: string): Signer {
  return keySigner(readPem(pem))
}

/**
 * Signs with a private key as the official registry's tool wants it: the seed of Ed25519 in 64 hexadecimal digits, or
 * the number of ECDSA P-384 in 96.
 *
 * @throws RegistryError R650 where it cannot be used
 */
export function hexSigner(hex: string, algorithm: Algorithm): Signer {
  return keySigner(readHex(hex, algorithm))
}

function keySigner(key: KeyObject): Signer {
  const published = publishedKey(key)
  if (!published) {
    const kind = [key.asymmetricKeyType, key.asymmetricKeyDetails?.namedCurve].filter(Boolean).join(' ')
    throw new RegistryError(
      'R650',
      `The private key is of the kind \`${kind}\`; Ed25519 and ECDSA P-384 are known.`,
      {
        fix: 'Make one: mcp-git keygen.',
      },
    )
  }
  const { algorithm, text: publicKey } = published
  return {
    algorithm,
    publicKey,
    async sign(text) {
      if (algorithm === 'ed25519') return sign(null, text, key)
      return sign('sha384', text, { key, dsaEncoding: 'ieee-p1363' })
    },
  }
}
