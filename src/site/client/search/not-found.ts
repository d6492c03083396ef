/** Helps on the page for addresses that lead nowhere: fills the search field, and shows the nearest names. */
import { nameLinkHtml } from './name-option.ts'
import { nearestNames, queryOfPath } from './nearest-names.ts'

const SHOWN = 3

async function help(place: HTMLElement): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('[data-search]')!
  const base = new URL('../', input.form!.action)
  const path = location.pathname.slice(base.pathname.length)
  input.value = queryOfPath(path).words.join(' ')
  const rows = await nearestNames(base.href, path, SHOWN)
  if (rows.length === 0) return
  place.querySelector('ul')!.innerHTML = rows
    .map((row) => `<li>${nameLinkHtml(row, base.href)}</li>`)
    .join('')
  place.hidden = false
}

// Where the names cannot be had, the page says what it says without them.
help(document.querySelector<HTMLElement>('[data-nearest]')!).catch(() => {})
