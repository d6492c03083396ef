import { readStored, store } from './stored.ts'

/** Lets the visitor choose a theme. theme-script.ts applies what was stored before the next page is painted. */
export function offerThemes(choice: HTMLFieldSetElement): void {
  const stored = readStored('theme')
  for (const radio of choice.querySelectorAll('input')) if (radio.value === stored) radio.checked = true
  choice.addEventListener('change', ({ target }) => {
    const { value } = target as HTMLInputElement
    if (value === 'auto') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = value
    store('theme', value)
  })
}
