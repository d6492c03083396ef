import { readQuery } from '../../search/query.ts'
import type { NameRow } from '../../search/shard.ts'
import { loadBeginnings, lookUpNames } from './name-lookup.ts'
import { nameOptionHtml } from './name-option.ts'

const ROWS = 8
const FEWEST_LETTERS = 2

export interface Combobox {
  close(): void
}

/**
 * Shows a list of names below a search field while somebody types. The focus stays in the field; ↓ and ↑ choose,
 * Enter opens what is chosen and searches where nothing is, with Ctrl or ⌘ in a new tab; Esc closes, then clears.
 *
 * @param isWanted whether the list is to open at all; the search page has better answers as soon as it has any
 */
export function makeCombobox(
  input: HTMLInputElement,
  list: HTMLElement,
  base: string,
  isWanted: () => boolean,
): Combobox {
  let turn = 0
  let chosen = -1
  const options = () => [...list.children] as HTMLAnchorElement[]

  function choose(index: number): void {
    options().forEach((option, at) => option.setAttribute('aria-selected', String(at === index)))
    chosen = index
    const option = options()[index]
    if (option) input.setAttribute('aria-activedescendant', option.id)
    else input.removeAttribute('aria-activedescendant')
    option?.scrollIntoView({ block: 'nearest' })
  }

  function show(rows: readonly NameRow[]): void {
    list.innerHTML = rows.map((row, index) => nameOptionHtml(row, base, `${list.id}-${index}`)).join('')
    list.hidden = rows.length === 0
    input.setAttribute('aria-expanded', String(rows.length > 0))
    choose(-1)
  }

  function close(): void {
    turn++
    show([])
  }

  /** An answer that a later keystroke has overtaken is dropped; without one the field is a field. */
  async function update(): Promise<void> {
    const mine = ++turn
    const query = readQuery(input.value)
    if (!isWanted() || query.text.length < FEWEST_LETTERS || query.words.length === 0) return show([])
    const rows = await lookUpNames(base, query).catch(() => [])
    if (mine === turn) show(isWanted() && document.activeElement === input ? rows.slice(0, ROWS) : [])
  }

  function onKey(event: KeyboardEvent): void {
    if (event.isComposing) return
    const count = options().length
    const { key } = event
    if (key === 'Escape') leave(count > 0)
    else if (key === 'ArrowDown' && count > 0) choose(chosen + 1 < count ? chosen + 1 : -1)
    else if (key === 'ArrowUp' && count > 0) choose(chosen >= 0 ? chosen - 1 : count - 1)
    else if (key === 'Enter' && chosen >= 0) open(options()[chosen]!, event.ctrlKey || event.metaKey)
    else return
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  function leave(isOpen: boolean): void {
    if (isOpen) return close()
    if (input.value === '') return input.blur()
    input.value = ''
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }

  input.addEventListener('keydown', onKey)
  input.addEventListener('input', (event) => (event as InputEvent).isComposing || void update())
  input.addEventListener('compositionend', () => void update())
  input.addEventListener('blur', close)
  input.form!.addEventListener('submit', close)
  // The focus would leave the field, and with it the list, before the click arrives.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  void loadBeginnings(base).catch(() => undefined)
  void update()
  return { close }
}

function open({ href }: HTMLAnchorElement, inNewTab: boolean): void {
  if (inNewTab) window.open(href, '_blank', 'noopener')
  else location.href = href
}
