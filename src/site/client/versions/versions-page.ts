/** Shows what differs between two versions. The list itself is in the page; the documents come from the API. */
import { loadPicker, pickedVersions, statusOf, type Picked } from './picker.ts'

const section = document.querySelector<HTMLElement>('.difference')!
const form = section.querySelector('form')!
const outcome = section.querySelector<HTMLElement>('.outcome')!
const words = section.querySelector<HTMLElement>('.words')!
const { base = '/', server: name = '' } = section.dataset

let turn = 0

/** Shows the difference. An answer that a later question has overtaken is dropped. */
async function show(picked: Picked): Promise<void> {
  const mine = ++turn
  section.setAttribute('aria-busy', 'true')
  const difference = await import('./difference.ts').then(
    ({ readDifference }) => readDifference(picked, { base, name, statusOf }),
    () => undefined,
  )
  if (mine !== turn) return
  section.removeAttribute('aria-busy')
  outcome.textContent = difference?.sentence ?? 'A part of this page could not be loaded. You may be offline.'
  words.innerHTML = difference?.html ?? ''
}

function go(picked: Picked): void {
  const address = `?${new URLSearchParams({ ...picked })}`
  if (address !== location.search) history.pushState(null, '', address)
  loadPicker(form, picked)
  void show(picked)
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  const { from, to } = Object.fromEntries(new FormData(form)) as unknown as Picked
  go({ from, to })
})

document.querySelector<HTMLElement>('.version-list')!.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a.diff')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  go(pickedVersions(link.search)!)
  section.scrollIntoView()
  section.querySelector<HTMLElement>('h2')!.focus({ preventScroll: true })
})

function restore(): void {
  const picked = pickedVersions(location.search)
  loadPicker(form, picked)
  if (picked) return void show(picked)
  turn++
  outcome.textContent = ''
  words.replaceChildren()
  section.removeAttribute('aria-busy')
}

addEventListener('popstate', restore)
section.hidden = false
restore()
