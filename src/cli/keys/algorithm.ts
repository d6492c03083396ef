import { show } from '../../validate/text/show.ts'
import type { Algorithm } from '../../verify/proofs/public-key.ts'
import { usageError } from '../stop.ts'

/** @throws Stop where there is no such algorithm */
export function readAlgorithm(name = 'ed25519'): Algorithm {
  if (name === 'ed25519' || name === 'ecdsap384') return name
  throw usageError(`There is no algorithm ${show(name)}.`, 'Use `ed25519` or `ecdsap384`.')
}
