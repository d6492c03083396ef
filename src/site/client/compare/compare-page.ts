/** Puts servers side by side. Which ones stands in the address; what is known of them comes from the API. */
import { comparePath } from '../../paths.ts'
import { safeText } from '../../text/safe-text.ts'
import { readVersions, type Answer } from '../api/read.ts'
import type { Published } from '../api/published.ts'
import { offerMarkdown } from './copy-markdown.ts'
import { wantedNames, type Wanted } from './wanted.ts'

const page = document.querySelector<HTMLElement>('.compare')!
const form = page.querySelector('form')!
const field = form.querySelector('input')!
const outcome = page.querySelector<HTMLElement>('.outcome')!
const problems = page.querySelector<HTMLElement>('.problems')!
const table = page.querySelector<HTMLElement>('.comparison')!
const { base = '/', metaKey = '' } = page.dataset

const known = new Map<string, Published[]>()
const copy = offerMarkdown(page.querySelector<HTMLElement>('.copy-markdown')!)
let turn = 0

/** Shows what the address asks for. An answer that a later question has overtaken is dropped. */
async function show(): Promise<void> {
  const mine = ++turn
  const wanted = wantedNames(location.search)
  const { names } = wanted
  if (names.length === 0) return clear(wanted)
  table.setAttribute('aria-busy', 'true')
  const [view, ...answers] = await Promise.all([
    import('./comparison-view.ts').catch(() => undefined),
    ...names.map(read),
  ])
  if (mine !== turn) return
  table.removeAttribute('aria-busy')
  if (!view) return clear(wanted, ['A part of this page could not be loaded. Reload it to try again.'])
  const found = names.flatMap((name, index) => {
    const answer = answers[index]!
    return answer.type === 'found' ? [view.comparedServer(name, answer.found)] : []
  })
  tell([...complaints(wanted), ...names.flatMap((name, index) => whyNot(name, answers[index]!))])
  const { html, markdown } = view.comparisonView(
    found,
    base,
    new URL(addressOf(found.map(({ name }) => name)), location.href).href,
  )
  table.innerHTML = html
  table.hidden = found.length === 0
  copy(found.length > 1 ? markdown : undefined)
  outcome.textContent =
    found.length > 1
      ? `${found.length} servers side by side.`
      : found.length === 1
        ? 'Add a second server.'
        : ''
}

async function read(name: string): Promise<Answer<Published[]>> {
  const kept = known.get(name)
  if (kept) return { type: 'found', found: kept }
  const answer = await readVersions({ base, metaKey }, name)
  if (answer.type === 'found') known.set(name, answer.found)
  return answer
}

function whyNot(name: string, answer: Answer<unknown>): string[] {
  if (answer.type === 'found') return []
  if (answer.type === 'failed') return [`${name} could not be read. ${answer.why}`]
  return [`${name} is not in this registry, or it is deleted.`]
}

function complaints({ unknown, tooMany }: Wanted): string[] {
  return [
    ...unknown.map(
      (word) =>
        `“${safeText(word).slice(0, 100)}” is not the name of a server: those look like io.github.acme/weather.`,
    ),
    ...(tooMany.length > 0
      ? [`Four servers fit side by side. Remove one to add ${tooMany.join(', ')}.`]
      : []),
  ]
}

function tell(sentences: readonly string[]): void {
  problems.replaceChildren(
    ...sentences.map((sentence) => {
      const item = document.createElement('li')
      item.textContent = sentence
      return item
    }),
  )
}

function clear(wanted: Wanted, more: readonly string[] = []): void {
  table.hidden = true
  table.replaceChildren()
  copy(undefined)
  outcome.textContent = wanted.names.length === 0 ? 'Add two servers.' : ''
  tell([...complaints(wanted), ...more])
}

/** Where the comparison of these servers stands. */
function addressOf(names: readonly string[]): string {
  return base + comparePath(...names).slice(1)
}

function go(search: string): void {
  if (search !== location.search) history.pushState(null, '', location.pathname + search)
  void show()
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  const { names } = wantedNames(location.search)
  const parameters = new URLSearchParams([...names, field.value].map((value) => ['s', value]))
  const wanted = wantedNames(`?${parameters}`)
  if (wanted.unknown.length + wanted.tooMany.length > 0) return tell(complaints(wanted))
  field.value = ''
  go(new URL(addressOf(wanted.names), location.href).search)
})

table.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a.remove')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  go(link.search)
  field.focus()
})

addEventListener('popstate', () => void show())
void show()
