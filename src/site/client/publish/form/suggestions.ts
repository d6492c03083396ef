import type { Question } from '../../../../publish/missing.ts'
import { textAt } from '../document/place.ts'
import { element } from '../elements.ts'
import { idOf } from './controls.ts'

/** Offers, below the empty fields that they are for, what could stand there; nobody has to take it. */
export function offerSuggestions(
  form: HTMLElement,
  questions: readonly Question[],
  take: (pointer: string, value: string) => void,
): void {
  clearSuggestions(form)
  for (const { field, hint, suggestion } of questions) {
    const control = form.querySelector(`#${CSS.escape(idOf(`/${field}`))}`)
    if (!control || suggestion === undefined) continue
    const use = element(
      'button',
      { type: 'button', class: 'quiet', 'aria-label': `Use the suggested ${field}` },
      'Use it',
    )
    const offer = element(
      'p',
      { class: 'suggestion', 'data-for': `/${field}` },
      field === 'description' && hint ? `${hint} ` : '',
      'Suggestion: ',
      element('b', { translate: 'no' }, suggestion),
      ' ',
      use,
    )
    use.addEventListener('click', () => {
      take(`/${field}`, suggestion)
      form.querySelector<HTMLElement>(`#${CSS.escape(control.id)}`)?.focus()
    })
    control.after(offer)
  }
}

/** Takes away the suggestions for fields that have been filled in meanwhile, or all where no document is given. */
export function clearSuggestions(form: HTMLElement, document?: object): void {
  for (const offer of form.querySelectorAll<HTMLElement>('.suggestion'))
    if (!document || textAt(document, offer.dataset.for!) !== '') offer.remove()
}
