import { element } from '../elements.ts'

type Control = HTMLInputElement | HTMLSelectElement

/** How one field of a document is asked for. */
export interface Field {
  /** The last step of its place. */
  key: string
  label: string
  hint?: string
  /** The values there are to choose from, with what they are called; the first is the usual one. */
  choices?: readonly (readonly [value: string, label: string])[]
  /** `prose` is a sentence of a language; other text is a name or a value. */
  kind?: 'text' | 'prose' | 'check'
  /** Takes a whole line of the group. */
  wide?: boolean
}

/** The id of the control for a place in the document. */
export function idOf(pointer: string): string {
  return `at${pointer.replaceAll('/', '-')}`
}

/** A labelled control for a field of the group at `group`. */
export function fieldElement(group: string, { key, label, hint, choices, kind, wide }: Field): HTMLElement {
  const pointer = `${group}/${key}`
  const id = idOf(pointer)
  const described = hint ? `${id}-hint` : undefined
  const attributes = { id, 'data-pointer': pointer, 'aria-describedby': described }
  if (kind === 'check')
    return element(
      'div',
      { class: 'check' },
      element('input', { type: 'checkbox', ...attributes }),
      element('label', { for: id }, label),
    )
  const control: Control = choices
    ? element('select', attributes, ...choices.map(([value, name]) => new Option(name, value)))
    : element('input', {
        type: 'text',
        autocomplete: 'off',
        ...(kind === 'prose' ? {} : { spellcheck: 'false', translate: 'no' }),
        ...attributes,
      })
  return element(
    'div',
    { class: wide ? 'field wide' : 'field' },
    element('label', { for: id }, label),
    hint ? element('p', { class: 'hint', id: `${id}-hint` }, hint) : undefined,
    control,
  )
}

/** Lets a control show the value of the document. A choice that the form does not know becomes one more. */
export function showValue(
  control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement,
  value: unknown,
): void {
  if (control instanceof HTMLInputElement && control.type === 'checkbox') {
    control.checked = value === true
    return
  }
  const text = typeof value === 'string' ? value : ''
  if (
    control instanceof HTMLSelectElement &&
    text &&
    ![...control.options].some((option) => option.value === text)
  )
    control.append(new Option(text, text))
  if (control.value !== text) control.value = text
}

/** What a person has given; nothing at all where they have given nothing. */
export function valueOf(control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement): unknown {
  if (control instanceof HTMLInputElement && control.type === 'checkbox') return control.checked || undefined
  return control.value === '' ? undefined : control.value
}
