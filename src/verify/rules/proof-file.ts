import { show } from '../../validate/text/show.ts'
import { readProofFile } from '../proofs/proof-file.ts'
import type { GateRule } from '../rule.ts'

/** A signature is immutable like the version that it is about, so it has to be readable from the start. */
export const PROOF_FILE: GateRule = {
  code: 'R131',
  title: 'A proof.json cannot be read',
  passed: 'Every proof.json can be read.',
  why: 'It stays in the registry for ever, for everybody who wants to check the signature again.',
  fix: 'Make the file anew as `docs/ownership.md` tells, or leave it out where nothing has to be signed.',
  example: '{"version": 1, "signature": "not base64"}',
  check: ({ files }) =>
    files.flatMap(({ path, place, bytes }) => {
      const read = place?.kind === 'proof' && bytes ? readProofFile(bytes) : undefined
      if (!read || !('fault' in read)) return []
      return [{ status: 'fail', path, message: `${show(path)} cannot be read: ${read.fault}` }]
    }),
}
