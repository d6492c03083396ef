import type { Clue } from '../../publish/clue.ts'
import { clueFromImage } from '../../publish/lookup/image.ts'
import { clueFromNpm } from '../../publish/lookup/npm.ts'
import { clueFromPypi } from '../../publish/lookup/pypi.ts'
import { clueFromUrl } from '../../publish/lookup/url.ts'
import type { World } from '../world.ts'

const PREFIX = /^(npm|pypi|oci):(.*)$/s
const ADDRESS = /^https?:\/\//

/** Whether a word is the address of a server or the name of a package with its type in front, and no path. */
export function isLookedUp(word: string): boolean {
  return PREFIX.test(word) || ADDRESS.test(word)
}

/**
 * What people install or connect to, from one word: an address, `npm:`, `pypi:` or `oci:` and a name, an image with the
 * host of its registry, or else the name of a package on npm.
 *
 * @throws LookupError
 */
export async function clueFromWord(
  word: string,
  { target, fetch }: Pick<World, 'target' | 'fetch'>,
): Promise<Clue> {
  const [, type, name = word] = PREFIX.exec(word) ?? []
  if (ADDRESS.test(word)) return clueFromUrl(word, fetch)
  if (type === 'pypi') return clueFromPypi(name, fetch)
  if (type === 'oci' || (!type && isImage(word))) return clueFromImage(name)
  return clueFromNpm(name, target.npmRegistry, fetch)
}

function isImage(word: string): boolean {
  return /^[\w-]+(?:\.[\w-]+)+(?::\d+)?\/[^@]/.test(word)
}
