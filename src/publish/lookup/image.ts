import { parseOciReference } from '../../validate/packages/oci-reference.ts'
import { OCI_REFERENCE } from '../../validate/rules/package-source.ts'
import { show } from '../../validate/text/show.ts'
import type { Clue } from '../clue.ts'
import { clueFromReference } from '../image.ts'
import { LookupError } from './lookup-error.ts'

/**
 * What the name of an image says; nothing is asked anywhere.
 *
 * @throws LookupError where it is not an image reference
 */
export function clueFromImage(reference: string): Clue {
  const parsed = parseOciReference(reference.trim())
  if (!parsed) throw new LookupError(`${show(reference)} is not an image reference.`, OCI_REFERENCE.fix)
  return clueFromReference(parsed, 'image')
}
