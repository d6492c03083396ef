import { generateKeyPairSync } from 'node:crypto'
import type { Algorithm } from '../../verify/proofs/public-key.ts'
import { publishedKey, recordOf } from './published-key.ts'

export interface MadeKey {
  /** The private key, PKCS #8. It goes into a file with mode 0600 and is never shown. */
  pem: string
  /** `v=MCPv1; k=…; p=…`: what the domain publishes. */
  record: string
}

/** Makes a key for a domain namespace. The official registry's own tool takes it as well. */
export function makeKey(algorithm: Algorithm): MadeKey {
  const { publicKey, privateKey } =
    algorithm === 'ed25519'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('ec', { namedCurve: 'secp384r1' })
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }) as string
  return { pem, record: recordOf(publishedKey(publicKey)!) }
}
