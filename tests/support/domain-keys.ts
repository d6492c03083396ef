import { ECDH, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import type { Publication } from '../../src/verify/change/change.ts'
import { signedText } from '../../src/verify/proofs/signed-text.ts'

/** A key as the owner of a domain has it: the record to publish, and a way to sign. */
export interface DomainKey {
  algorithm: 'ed25519' | 'ecdsap384'
  /** The `p=` of its record. */
  text: string
  record: string
  sign(text: Buffer): Buffer
}

export function makeDomainKey(algorithm: DomainKey['algorithm'] = 'ed25519'): DomainKey {
  const { publicKey, privateKey } =
    algorithm === 'ed25519'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('ec', { namedCurve: 'secp384r1' })
  const text = published(algorithm, publicKey).toString('base64')
  return {
    algorithm,
    text,
    record: `v=MCPv1; k=${algorithm}; p=${text}`,
    sign: (message) =>
      algorithm === 'ed25519'
        ? sign(null, message, privateKey)
        : sign('sha384', message, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
  }
}

function published(algorithm: DomainKey['algorithm'], key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  if (algorithm === 'ed25519') return Buffer.from(x, 'base64url')
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  return ECDH.convertKey(point, 'secp384r1', undefined, undefined, 'compressed') as Buffer
}

/** The version with a proof.json by the key; `as` signs something else than what it is put beside. */
export function withSignature(
  publication: Publication,
  key: DomainKey,
  as: Pick<Publication, 'name' | 'version' | 'file'> = publication,
): Publication {
  const signature = key.sign(signedText(as.name, as.version, as.file.bytes)).toString('base64')
  const proof = { version: 1, algorithm: key.algorithm, signature, publicKey: key.text }
  return { ...publication, proof: Buffer.from(JSON.stringify(proof)) }
}
