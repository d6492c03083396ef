import { RegistryError } from '../../model/registry-error.ts'
import type { ProofFile } from '../../verify/proofs/proof-file.ts'
import { isSignedBy, readPublicKey } from '../../verify/proofs/public-key.ts'
import { signedText } from '../../verify/proofs/signed-text.ts'
import type { Signer } from './signer.ts'

export interface VersionToSign {
  /** The server name, `namespace/name`. */
  name: string
  version: string
  /** The bytes of server.json, exactly as they will be published. */
  document: Buffer
}

/**
 * The text of the proof.json that goes beside a server.json. Where the signer knows its public key, the signature is
 * checked against it first.
 *
 * @throws RegistryError R651 where the signature does not fit the key, and what the signer throws
 */
export async function signVersion(
  { name, version, document }: VersionToSign,
  signer: Signer,
): Promise<string> {
  const { algorithm, publicKey } = signer
  const text = signedText(name, version, document)
  const signature = await signer.sign(text)
  if (publicKey !== undefined) requireFit(signer, publicKey, text, signature)
  const proof: ProofFile = {
    version: 1,
    algorithm,
    signature: signature.toString('base64'),
    ...(publicKey !== undefined && { publicKey }),
  }
  return `${JSON.stringify(proof, null, 2)}\n`
}

function requireFit({ algorithm }: Signer, publicKey: string, text: Buffer, signature: Buffer): void {
  const key = readPublicKey(algorithm, publicKey)
  if ('fault' in key) {
    throw new RegistryError('R650', `The public key cannot be used. ${key.fault}`, {
      fix: 'Give the `p=` of the record that the domain publishes.',
    })
  }
  if (isSignedBy(key, text, signature)) return
  throw new RegistryError(
    'R651',
    `The signature does not fit the public key \`${algorithm}:${publicKey.slice(0, 8)}\`.`,
    {
      fix: 'Sign with the key whose record the domain publishes.',
    },
  )
}
