import { escapeHtml } from '../../text/html.ts'
import { counted } from '../../text/numbers.ts'
import { answer, wantsHelp, type Answer } from './answer.ts'
import { moveWithArrows } from './arrow-keys.ts'
import { addressOf, chipsHtml, sortHtml } from './bar-html.ts'
import { countFacets } from './facet-counts.ts'
import { loadEngine, type Engine } from './pagefind.ts'
import { pagerHtml } from './pager-html.ts'
import { resultsHtml } from './result-html.ts'
import { resultsView } from './results-view.ts'
import { searchForm } from './search-form.ts'
import { readState, setFilters, type SearchState } from './search-state.ts'
import { readQuery } from '../../search/query.ts'

const TYPING_PAUSE = 90

/** What failed is reported by the search that needs it. */
const ignore = (): void => {}

const page = document.querySelector<HTMLElement>('[data-results]')!
const form = searchForm(
  document.querySelector<HTMLInputElement>('[data-search]')!,
  page.querySelector<HTMLDetailsElement>('.filters')!,
)
const view = resultsView(page.querySelector<HTMLElement>('#results')!)
const { input, panel } = form
const base = new URL(page.dataset.base!, location.href).href
const title = document.title

let state = readState(location.search)
let entered = location.search
let isShown = false
let turn = 0
let typing: ReturnType<typeof setTimeout> | undefined

/** Shows what the state says. An answer that a later search has overtaken is dropped. */
async function search(): Promise<void> {
  const mine = ++turn
  const isLate = (): boolean => mine !== turn
  document.title = state.q.trim() ? `${state.q.trim()} · ${title}` : title
  const { words } = readQuery(state.q)
  if (isTooShort(words) || (words.length === 0 && setFilters(state).length === 0))
    return showNothingAsked(words)
  view.wait()
  try {
    const engine = await loadEngine(base)
    const found = await answer(engine, state)
    const help = wantsHelp(found, state) ? await import('./nothing-found.ts') : undefined
    const suggestions = (await help?.suggestionsFor(engine, state, found, base)) ?? []
    if (isLate()) return
    // What nobody says was found by a few letters that it begins with: that is no answer where there is a better one.
    const isFound = found.total > 0 && !(found.unsaid.length > 0 && suggestions.length > 0)
    const hint = help?.suggestionsHtml(suggestions, state) ?? ''
    if (isFound) showFound(found, hint)
    else await showNone(engine, hint, isLate)
    isShown = true
    document.querySelector('[data-search]')!.dispatchEvent(new Event('answered'))
    if (panel.open && !isLate()) await showCounts(engine, isLate)
  } catch (error) {
    console.error(error)
    if (!isLate()) showFailure()
  }
}

/** One letter begins the words of nearly all servers; one sign of another script is a word. */
function isTooShort([word, ...others]: readonly string[]): boolean {
  return others.length === 0 && word !== undefined && /^[a-z0-9]$/.test(word)
}

function showNothingAsked(words: readonly string[]): void {
  const hasText = state.q.trim() !== ''
  view.show({ rows: '', chips: '', sort: '', pager: '', hint: hasText ? listLink() : '' })
  if (!hasText) return view.say('')
  view.say(
    words.length > 0
      ? 'One letter is too little to search for.'
      : 'Nearly every server says that. Add a word that tells them apart.',
  )
}

function showFound(found: Answer, hint: string): void {
  const filters = setFilters(state).length
  const address = (number: number): string => addressOf({ ...state, page: number })
  view.show({
    rows: resultsHtml(found, base),
    chips: chipsHtml(state),
    sort: found.query.words.length > 0 ? sortHtml(state) : '',
    pager: pagerHtml(found.page, found.pages, address),
    hint,
  })
  const count = counted(found.total, 'server')
  const place = found.page > 1 ? `, page ${found.page} of ${found.pages}` : ''
  view.say(count + (filters > 0 ? `, ${counted(filters, 'filter')}` : '') + place)
}

async function showNone(engine: Engine, hint: string, isLate: () => boolean): Promise<void> {
  if (!navigator.onLine) return showFailure()
  const { waysOnHtml } = await import('./nothing-found.ts')
  const waysOn = await waysOnHtml(engine, state, page.dataset.ask)
  if (isLate()) return
  view.show({ rows: '', chips: chipsHtml(state), sort: '', pager: '', hint: hint + waysOn })
  view.say(state.q.trim() ? `Nothing matches “${state.q.trim()}”.` : 'No server has all of these.')
}

/** The way that needs no search. */
function listLink(): string {
  return `<a href="${escapeHtml(`${base}browse/`)}">Browse from A to Z</a>`
}

function showFailure(): void {
  const hint = `<button type="button" class="button" data-retry>Try again</button> ${listLink()}`
  view.show({ rows: '', sort: '', pager: '', hint })
  view.say(
    navigator.onLine
      ? 'The search could not be loaded. The fault is on our side or on the way to us.'
      : 'You are offline. Pages you have opened still work.',
  )
}

async function showCounts(engine: Engine, isLate: () => boolean): Promise<void> {
  const counts = await countFacets(engine, state)
  if (!isLate()) form.showCounts(counts)
}

/** Goes on to another search, as a new entry of the history or, while somebody types, in the place of the last. */
function go(next: SearchState, method: 'pushState' | 'replaceState'): void {
  state = next
  form.fill(state, { keepText: true })
  const address = addressOf(state)
  if (method === 'pushState' && address !== entered) {
    // What stood there before somebody typed is what Back leads to.
    if (state.q !== readState(entered).q) history.replaceState(null, '', entered || location.pathname)
    history.pushState(null, '', address)
    entered = address
  } else history.replaceState(null, '', address)
  void search()
}

function typed(method: 'pushState' | 'replaceState'): void {
  clearTimeout(typing)
  go({ ...state, q: input.value, page: 1 }, method)
}

function preload(): void {
  const words = readQuery(input.value).words.join(' ')
  if (words) void loadEngine(base).then((engine) => engine.preload(words), ignore)
}

input.addEventListener('focus', () => void loadEngine(base).catch(ignore), { once: true })
input.addEventListener('input', (event) => {
  clearTimeout(typing)
  if ((event as InputEvent).isComposing) return
  preload()
  typing = setTimeout(() => typed('replaceState'), TYPING_PAUSE)
})
input.addEventListener('compositionend', () => typed('replaceState'))
input.form!.addEventListener('submit', (event) => {
  event.preventDefault()
  typed('pushState')
})
panel.addEventListener('change', () => go({ ...state, ...form.filters(), page: 1 }, 'pushState'))
panel.addEventListener('toggle', () => panel.open && isShown && void search())

view.section.addEventListener('click', (event) => {
  const target = event.target as Element
  if (target.closest('[data-retry]')) return void search()
  const link = target.closest('a')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return
  if (link.origin !== location.origin || link.pathname !== location.pathname) return
  event.preventDefault()
  const next = readState(link.search)
  const turnsPage = next.page !== state.page
  go(next, 'pushState')
  form.fill(state)
  if (turnsPage) view.section.focus()
})

addEventListener('popstate', () => {
  state = readState(location.search)
  entered = location.search
  form.fill(state)
  void search()
})

addEventListener('pagehide', () => history.replaceState({ scroll: scrollY }, ''))

/** Shows the page for the first time, where it was left. */
async function start(): Promise<void> {
  moveWithArrows(input, view.list)
  if (!matchMedia('(min-width: 64em)').matches) panel.open = false
  page.hidden = false
  form.fill(state)
  if (!location.search) return input.focus()
  const { scroll } = (history.state ?? {}) as { scroll?: number }
  await search()
  if (scroll) scrollTo(0, scroll)
}

void start()
