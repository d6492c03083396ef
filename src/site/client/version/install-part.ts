import { installBlock } from '../../install-block/install-block.ts'
import type { Published } from '../api/published.ts'
import { asEntry } from './as-entry.ts'

/**
 * Puts the install block for one version into the page, as a server's own page has it.
 *
 * @param registryUrl the registry's own address, with a `/` at the end
 */
export function showInstall(place: HTMLElement, published: Published, registryUrl: string): void {
  // Clients that are sent to the registry take the latest version, which is another one.
  const sentTo = published.isLatest ? registryUrl : ''
  place.innerHTML = installBlock(asEntry(published), sentTo)
  place.querySelector('.install')?.dispatchEvent(new Event('install-block', { bubbles: true }))
}
