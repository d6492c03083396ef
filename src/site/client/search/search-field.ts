import type { Combobox } from './combobox.ts'

/**
 * Makes the search field of a page a combobox. What the list needs is loaded when somebody goes to the field.
 * The event `answered` on the field puts the list away for good: the search page's results are better than names.
 */
export function startSearchField(field: HTMLInputElement): void {
  let isAnswered = false
  let combobox: Promise<Combobox> | undefined
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
  field.addEventListener('answered', async () => {
    isAnswered = true
    ;(await combobox)?.close()
  })
  if (document.activeElement === field) start()
  else field.addEventListener('focus', start, { once: true })
}
