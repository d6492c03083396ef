/** Makes the search field of a page a combobox. What the list needs is loaded when somebody goes to the field. */
import type { Combobox } from './combobox.ts'

const input = document.querySelector<HTMLInputElement>('[data-search]')

/** Set by the search page, whose results are better than a list of names. */
let isAnswered = false
let combobox: Promise<Combobox> | undefined

/** Puts the list away for good. */
export async function retireList(): Promise<void> {
  isAnswered = true
  ;(await combobox)?.close()
}

function prepare(field: HTMLInputElement): void {
  const list = document.createElement('div')
  list.className = 'names'
  list.id = 'names'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'Servers by name')
  list.hidden = true
  field.form!.querySelector('.field')!.after(list)
  field.setAttribute('role', 'combobox')
  field.setAttribute('aria-autocomplete', 'list')
  field.setAttribute('aria-expanded', 'false')
  field.setAttribute('aria-controls', list.id)
  const base = new URL('../', field.form!.action).href
  const start = (): void => {
    combobox ??= import('./combobox.ts').then(({ makeCombobox }) =>
      makeCombobox(field, list, base, () => !isAnswered),
    )
  }
  if (document.activeElement === field) start()
  else field.addEventListener('focus', start, { once: true })
}

if (input) prepare(input)
