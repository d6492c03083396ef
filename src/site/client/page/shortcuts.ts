import { pressOrHold } from './press-or-hold.ts'
import { readStored } from './stored.ts'

/** Whether single keys do something: people who dictate, and those who do not want it, can turn that off. */
export function areKeysOn(): boolean {
  return readStored('keys') !== 'off'
}

/** Two-key ways to the main pages: `g` and then one of these. */
const PLACES = { h: 'a.brand', b: '[href$="/browse/"]', p: '[href$="/publish/"]', s: '[href$="/stats/"]' }

const TYPED_INTO = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog'

let awaitsPlace = false

/**
 * Single keys act where nobody is typing: `/` and ⌘K or Ctrl K go to the search field, `?` opens the list of keys
 * or, held, shows them on the page, and every link or button with `data-key` is what its key stands for.
 */
export function listenForKeys(showKeys: () => void): void {
  addEventListener('keydown', (event) => {
    if (event.isComposing || event.defaultPrevented) return
    if (event.key === 'k' && (event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey)
      return act(event, focusSearch)
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !areKeysOn()) return
    const place = awaitsPlace ? PLACES[event.key as keyof typeof PLACES] : undefined
    awaitsPlace = event.key === 'g'
    if (place) return act(event, () => follow(place))
    if (event.key === '/') return act(event, focusSearch)
    if (event.key === '?') return act(event, () => pressOrHold(event, showKeys))
    const target = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`)
    if (target) act(event, () => target.click())
  })
}

function act(event: KeyboardEvent, action: () => void): void {
  event.preventDefault()
  // A key that is held does once what it does.
  if (!event.repeat) action()
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPED_INTO) !== null
}

function focusSearch(): void {
  const search = document.querySelector<HTMLInputElement>('[data-search]')
  search?.focus()
  search?.select()
}

function follow(selector: string): void {
  document.querySelector<HTMLAnchorElement>(`.site-header ${selector}`)?.click()
}
