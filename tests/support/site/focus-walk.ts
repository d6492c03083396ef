import type { Page } from 'playwright-core'

/** Where Tab stopped. */
export interface FocusStop {
  /** Enough to find the element: its selector and its first words. */
  what: string
  /** What a person who looks for the focus would miss; absent where all is well. */
  fault?: string
  /** Its place among all elements of the page. */
  place: number
}

/** More than any page of ours has; a walk that is longer is in a trap. */
const MOST_STOPS = 400

/** Presses Tab until the focus leaves the page, and notes every stop. */
export async function walkByTab(page: Page): Promise<FocusStop[]> {
  const stops: FocusStop[] = []
  for (let step = 0; step < MOST_STOPS; step++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(lookAtFocus)
    if (!stop || (stop.what === stops[0]?.what && stop.place === stops[0].place)) return stops
    stops.push(stop)
  }
  throw new Error(`The focus does not leave the page after ${MOST_STOPS} steps: ${stops.at(-1)?.what}`)
}

/** Runs in the browser, so it stands on its own. */
function lookAtFocus(): FocusStop | undefined {
  const element = document.activeElement
  if (!element || element === document.body) return undefined
  const text = (element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 30)
  const what = `${element.localName}${element.id && `#${element.id}`}.${element.className} "${text}"`
  const place = [...document.querySelectorAll('*')].indexOf(element)
  const fault = faultOf(element)
  return { what, place, ...(fault && { fault }) }

  function faultOf(target: Element): string | undefined {
    const { left, top, right, bottom, width, height } = target.getBoundingClientRect()
    if (width === 0 || height === 0) return 'has no size'
    if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) return 'is out of sight'
    const ringed = [target, ...(target instanceof HTMLInputElement ? [target.closest('label, .field')] : [])]
    if (!ringed.some((candidate) => candidate && hasRing(candidate))) return 'has no visible focus'
    const x = Math.min(Math.max((left + right) / 2, 0), innerWidth - 1)
    const y = Math.min(Math.max((Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2, 0), innerHeight - 1)
    const above = document.elementFromPoint(x, y)
    const isCovered =
      above &&
      !target.contains(above) &&
      !above.contains(target) &&
      getComputedStyle(above).position !== 'static'
    return isCovered ? `is covered by ${above.localName}.${above.className}` : undefined
  }

  /** A ring may also be drawn by what spreads the link over its row. */
  function hasRing(candidate: Element): boolean {
    return [undefined, '::after'].some((part) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(candidate, part)
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
    })
  }
}
