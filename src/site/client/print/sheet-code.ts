import { renderSVG } from 'uqr'

/** In pixels of a sheet, 25 mm: half a millimetre for each module of a long address, which a telephone can tell apart. */
const WIDTH = '95'

/**
 * Puts a QR code of the page's address into its head, which shows on paper only. The address stands there as text as
 * well, so that the code is nothing to be read out.
 */
export function addSheetCode(): void {
  if (document.head.querySelector('svg')) return
  const { href } = document.querySelector<HTMLLinkElement>('[rel=canonical]') ?? location
  // The four light modules around it are part of the standard.
  document.head.insertAdjacentHTML('beforeend', renderSVG(href, { ecc: 'M', border: 4 }))
  const code = document.head.querySelector('svg')!
  code.setAttribute('width', WIDTH)
  code.setAttribute('aria-hidden', 'true')
}
