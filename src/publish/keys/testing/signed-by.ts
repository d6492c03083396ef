import { expect } from 'vitest'
import { fakePublication } from '../../../../tests/support/gate-context.ts'
import { readRecords } from '../../../verify/proofs/domain-records.ts'
import { signatureFault } from '../../../verify/proofs/domain-signature.ts'
import { signVersion } from '../sign-version.ts'
import type { Signer } from '../signer.ts'

const PUBLICATION = fakePublication('com.acme/search', '1.2.0')

/** What the gate says of a version with a proof.json by the signer, where the domain publishes the record. */
export async function faultOf(signer: Signer, record: string): Promise<string | undefined> {
  const { name, version, file } = PUBLICATION
  const proof = await signVersion({ name, version, document: file.bytes }, signer)
  const { keys, faults } = readRecords([record])
  expect(faults).toEqual([])
  return signatureFault({ ...PUBLICATION, proof: Buffer.from(proof) }, keys)
}

/** The `p=` of a record. */
export function publicKeyIn(record: string): string {
  return record.slice(record.indexOf('p=') + 2)
}
