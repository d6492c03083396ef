import { edited } from '../document/edited.ts'
import { listAt, readAt, writeAt } from '../document/place.ts'
import { idOf, showValue, valueOf } from './controls.ts'
import { packageGroup, remoteGroup } from './groups.ts'
import { goTo } from './go-to.ts'
import { itemWords } from './item-words.ts'
import { shapeOf } from './shape.ts'

/** What a new item of a list begins with. */
const NEW: readonly [list: RegExp, item: object][] = [
  [/^\/packages$/, { registryType: 'npm', transport: { type: 'stdio' } }],
  [/^\/remotes$/, { type: 'streamable-http' }],
  [/Arguments$/, { type: 'positional' }],
  [/(?:headers|environmentVariables)$/, {}],
]

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** The form's view of the document. */
export interface Form {
  /** Shows a document. */
  show(document: object): void
  /** Whether people can type into it. */
  enable(isEnabled: boolean): void
}

/**
 * Connects a form to the document: what is typed becomes a new document, and a document from elsewhere is shown. The
 * fields of packages and remotes are made here, the others are in the page; all of them name their place in the document.
 *
 * @param change is told of every new document, and of what has been done where no field says it
 */
export function openForm(form: HTMLElement, change: (document: object, did?: string) => void): Form {
  let current: object = {}
  let shape = shapeOf(current)

  function show(document: object): void {
    current = document
    const wanted = shapeOf(document)
    if (wanted !== shape) build(form, document)
    shape = wanted
    for (const control of form.querySelectorAll<Control>('[data-pointer]'))
      showValue(control, readAt(document, control.dataset.pointer!))
    for (const summary of form.querySelectorAll<HTMLElement>('[data-item]'))
      summary.textContent = itemWords(document, summary.dataset.item!) || summary.dataset.title!
  }

  function update(document: object, did?: string): void {
    show(document)
    change(document, did)
  }

  form.addEventListener('input', ({ target }) => {
    const control = (target as Element).closest<Control>('[data-pointer]')
    if (control) update(edited(current, control.dataset.pointer!, valueOf(control)))
  })
  form.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('button')
    const { add, remove } = button?.dataset ?? {}
    if (add) {
      const index = listAt(current, add).length
      const place = `${add}/${index}`
      const after = writeAt(current, place, NEW.find(([list]) => list.test(add))![1])
      // A package is published with the server, as a rule in the same version.
      update(add === '/packages' ? edited(after, `${place}/registryType`, 'npm') : after)
      focusFirst(form, `${add}/${index}`)
    }
    if (remove) {
      const name = button!.ariaLabel!.replace(/^Remove /, '')
      update(writeAt(current, remove, undefined), `Removed ${name}.`)
      form.querySelector<HTMLElement>(`[data-add="${remove.slice(0, remove.lastIndexOf('/'))}"]`)?.focus()
    }
  })
  return { show, enable: (isEnabled) => void (form.querySelector('fieldset')!.disabled = !isEnabled) }
}

/** Makes the fields anew; what was open stays open, and the focus where it was. */
function build(form: HTMLElement, document: object): void {
  const opened = [...form.querySelectorAll<HTMLElement>('details[open][data-list]')].map(
    ({ dataset }) => dataset.list!,
  )
  const focused = window.document.activeElement?.id
  for (const [list, make] of [
    ['/packages', packageGroup],
    ['/remotes', remoteGroup],
  ] as const) {
    const groups = listAt(document, list).map((_, index) => make(document, index))
    form.querySelector(`[data-groups="${list}"]`)!.replaceChildren(...groups)
  }
  for (const list of opened)
    form.querySelector(`details[data-list="${CSS.escape(list)}"]`)?.setAttribute('open', '')
  if (focused) form.querySelector<HTMLElement>(`#${CSS.escape(focused)}`)?.focus()
}

function focusFirst(form: HTMLElement, pointer: string): void {
  goTo(form.querySelector<HTMLElement>(`#${CSS.escape(idOf(pointer))} [data-pointer]`)!)
}
