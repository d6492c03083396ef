import type { SerializedBundle } from './sigstore-trust.ts'
import { parseSound } from '../../catalog/json-file.ts'
import { checkShape } from '../../catalog/schema-check.ts'
import type { Algorithm } from './public-key.ts'

/** The content of a proof.json (`schema/proof.schema.json`). It has a signature, a Sigstore bundle, or both. */
export interface ProofFile {
  version: 1
  algorithm?: Algorithm
  /** Base64. */
  signature?: string
  /** The `p=` of the key's record. */
  publicKey?: string
  sigstore?: SerializedBundle
}

/** Reads a proof.json; what is wrong with it is told as a sentence. */
export function readProofFile(bytes: Buffer): ProofFile | { fault: string } {
  const content = parseSound(bytes)
  if (content === undefined) return { fault: 'It is not JSON, or has a key twice.' }
  const [fault] = checkShape('proof', content)
  return fault ? { fault: fault.message } : (content as ProofFile)
}
