import type { Finding } from '../../../../model/finding.ts'
import { element } from '../elements.ts'
import { idOf } from '../form/controls.ts'
import { aboutPointer, placesAround } from './about.ts'
import { marked } from './list.ts'

/** The id of the field, or of the group of fields, that a finding is about; `undefined` where the form has none. */
export function fieldOf(form: HTMLElement, finding: Finding): string | undefined {
  return placesAround(aboutPointer(finding))
    .map(idOf)
    .find((id) => form.querySelector(`#${CSS.escape(id)}`))
}

/**
 * Says what is wrong beside the fields that it is about. Fields where nobody has been, and which are empty, are left in
 * peace: nobody likes to be told off before they have begun.
 */
export function markFields(
  form: HTMLElement,
  findings: readonly Finding[],
  hasBeenIn: (control: Element) => boolean,
): void {
  const byField = new Map<string, Finding>()
  for (const finding of findings) {
    const id = idOf(aboutPointer(finding))
    if (byField.get(id)?.severity !== 'error') byField.set(id, finding)
  }
  for (const control of form.querySelectorAll<HTMLInputElement>('[data-pointer]')) {
    const found = byField.get(control.id)
    const isToldOf = found && (control.value !== '' || hasBeenIn(control))
    mark(control, isToldOf ? found : undefined)
  }
}

function mark(control: HTMLInputElement, finding: Finding | undefined): void {
  const id = `${control.id}-problem`
  const { parentElement: place } = control
  const before = place!.querySelector('.problem')
  const others = (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((part) => part && part !== id)
  if (finding) {
    const said = element(
      'p',
      { class: `problem ${finding.severity}`, id },
      ...marked(`${finding.message} ${finding.fix ?? ''}`),
    )
    // What is said already is left, so that nothing flickers and nothing is read twice.
    if (!before) place!.append(said)
    else if (before.textContent !== said.textContent) before.replaceWith(said)
    others.push(id)
  } else before?.remove()
  if (finding?.severity === 'error') control.setAttribute('aria-invalid', 'true')
  else control.removeAttribute('aria-invalid')
  if (others.length > 0) control.setAttribute('aria-describedby', others.join(' '))
  else control.removeAttribute('aria-describedby')
}
