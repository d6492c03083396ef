import { markWords } from '../text/html.ts'
import { counted, formatCount } from '../text/numbers.ts'
import { unpackRow } from '../search/result-fields.ts'
import { rowHtml, type RowFields } from '../lists/row-html.ts'
import { queryWords } from '../search/search-words.ts'
import { moveWithArrows } from './arrow-keys.ts'
import { loadPagefind, type Found } from './pagefind.ts'
import { filtersOf, readState, writeState, type SearchState } from './search-state.ts'

const PER_PAGE = 20
const TYPING_PAUSE = 90
/** Speech is slower than typing: a count is read out when the results have settled. */
const SPEAKING_PAUSE = 700

const page = document.querySelector<HTMLElement>('[data-results]')!
const form = document.querySelector<HTMLFormElement>('form.search')!
const input = form.querySelector<HTMLInputElement>('[data-search]')!
const section = page.querySelector<HTMLElement>('#results')!
const list = page.querySelector<HTMLElement>('.rows')!
const status = page.querySelector<HTMLElement>('.status')!
const spoken = page.querySelector<HTMLElement>('[role="status"]')!
const more = page.querySelector<HTMLButtonElement>('.more button')!
const panel = page.querySelector<HTMLDetailsElement>('.filters')!
const boxes = [...page.querySelectorAll<HTMLInputElement>('.filters input')]

let turn = 0
let typing: ReturnType<typeof setTimeout> | undefined
let speaking: ReturnType<typeof setTimeout> | undefined
let showMore: (() => Promise<void>) | undefined

function formState(): SearchState {
  const checked = (facet: string) =>
    boxes.filter(({ name, checked }) => name === facet && checked).map(({ value }) => value)
  return { q: input.value, type: checked('type'), setup: checked('setup') }
}

function fillForm(state: SearchState): void {
  input.value = state.q
  for (const box of boxes) box.checked = (box.name === 'type' ? state.type : state.setup).includes(box.value)
}

function say(text: string): void {
  status.textContent = text
  clearTimeout(speaking)
  speaking = setTimeout(() => (spoken.textContent = text), SPEAKING_PAUSE)
}

function clear(text: string): void {
  list.replaceChildren()
  more.hidden = true
  showMore = undefined
  section.removeAttribute('aria-busy')
  say(text)
}

/** Searches for what the form says. An answer that a later search has overtaken is dropped. */
async function search(): Promise<void> {
  const mine = ++turn
  const state = formState()
  const words = queryWords(state.q)
  const filters = filtersOf(state)
  if (words.length === 0 && Object.keys(filters).length === 0) {
    return clear(state.q.trim() ? 'Nearly every server says that. Add a word that tells them apart.' : '')
  }
  section.setAttribute('aria-busy', 'true')
  try {
    const pagefind = await loadPagefind(page.dataset.base!)
    if (panel.open) await pagefind.filters()
    const options = { filters, ...(words.length === 0 && { sort: { updated: 'desc' as const } }) }
    const found = await pagefind.search(words.length > 0 ? words.join(' ') : null, options)
    if (mine === turn) await show(found, state, words, mine)
  } catch (error) {
    console.error(error)
    if (mine === turn) clear('The search could not be loaded. Try again, or use the list from A to Z.')
  }
}

async function show(
  { results, totalFilters }: Found,
  { q }: SearchState,
  words: string[],
  mine: number,
): Promise<void> {
  let shown = 0
  const next = async (): Promise<void> => {
    const batch = results.slice(shown, shown + PER_PAGE)
    const data = await Promise.all(batch.map((result) => result.data()))
    if (mine !== turn) return
    const rows = data.map(({ raw_url, url, filters }) => unpackRow(raw_url ?? url, filters))
    const html = inOrder(rows, q)
      .map((row) => rowHtml(row, (text) => markWords(text, words)))
      .join('')
    if (shown === 0) list.innerHTML = html
    else list.insertAdjacentHTML('beforeend', html)
    shown += batch.length
    more.hidden = shown >= results.length
  }
  await next()
  if (mine !== turn) return
  showMore = next
  showCounts(totalFilters)
  section.removeAttribute('aria-busy')
  say(results.length > 0 ? counted(results.length, 'server') : `Nothing matches “${q.trim()}”.`)
}

/** Somebody who types a name wants that server, whatever else mentions it; a deprecated one can wait. */
function inOrder(rows: RowFields[], q: string): RowFields[] {
  const wanted = q.trim().toLowerCase()
  const rank = ({ name, status }: RowFields): number => {
    if (name.toLowerCase() === wanted) return 0
    if (status !== 'active') return 3
    return name.toLowerCase().endsWith(`/${wanted}`) ? 1 : 2
  }
  return rows.sort((a, b) => rank(a) - rank(b))
}

function showCounts(counts: Found['totalFilters']): void {
  for (const box of boxes) {
    const count = counts[box.name]?.[box.value]
    box.parentElement!.querySelector('.count')!.textContent = count === undefined ? '' : formatCount(count)
  }
}

function remember(method: 'pushState' | 'replaceState'): void {
  const address = location.pathname + writeState(formState())
  if (address !== location.pathname + location.search) history[method](null, '', address)
}

input.addEventListener('focus', () => void loadPagefind(page.dataset.base!).catch(() => {}), { once: true })
input.addEventListener('input', () => {
  clearTimeout(typing)
  typing = setTimeout(() => {
    remember('replaceState')
    void search()
  }, TYPING_PAUSE)
})
form.addEventListener('submit', (event) => {
  event.preventDefault()
  clearTimeout(typing)
  remember('pushState')
  void search()
})
panel.addEventListener('change', () => {
  remember('pushState')
  void search()
})
panel.addEventListener('toggle', () => panel.open && void search())
more.addEventListener('click', async () => {
  const first = list.children.length
  await showMore?.()
  list.children[first]?.querySelector('a')?.focus()
})
addEventListener('popstate', () => {
  fillForm(readState(location.search))
  void search()
})

moveWithArrows(input, list)
if (!matchMedia('(min-width: 64em)').matches) panel.open = false
page.hidden = false
fillForm(readState(location.search))
if (location.search) void search()
else input.focus()
