import type { Clue } from '../../../../publish/clue.ts'
import { clueFromAddress } from '../../../../publish/lookup/address.ts'
import { clueFromImage } from '../../../../publish/lookup/image.ts'
import { clueFromNpm } from '../../../../publish/lookup/npm.ts'
import { clueFromPypi } from '../../../../publish/lookup/pypi.ts'
import { clueFromText } from '../../../../publish/lookup/text.ts'
import type { StartKindName } from './kinds.ts'

/**
 * What is known of a package, an image, an address or a text. Only the two package registries are asked anything.
 *
 * @param npm the address of the npm registry
 * @throws LookupError
 */
export async function clueFrom(kind: StartKindName, what: string, npm: string): Promise<Clue> {
  switch (kind) {
    case 'npm':
      return clueFromNpm(what, npm, fetchAnything)
    case 'pypi':
      return clueFromPypi(what, fetchAnything)
    case 'image':
      return clueFromImage(what)
    case 'address':
      return clueFromAddress(what)
    case 'text':
      return clueFromText(what)
  }
}

/** Calls without a referrer or cookies: the registries need to know neither. */
const fetchAnything: typeof fetch = (input, init) =>
  fetch(input, { ...init, credentials: 'omit', referrerPolicy: 'no-referrer' })
