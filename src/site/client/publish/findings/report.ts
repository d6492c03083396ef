import type { Finding } from '../../../../model/finding.ts'
import type { Editor } from '../document/editor.ts'
import { goTo } from '../form/go-to.ts'
import { findingItems } from './list.ts'
import { fieldOf, markFields } from './marks.ts'
import { summaryOf } from './summary.ts'

/** How long nothing changes before the number of findings is read out, in milliseconds. */
const PAUSE = 900

/** How long a press of a button may take, in milliseconds. */
const LATER = 300

interface Places {
  form: HTMLElement
  editor: Editor
  /** The address of the site. */
  site: string
}

/** Shows findings: beside the fields, beside the lines of the text, as a list, and as a sentence. */
export interface Report {
  /** `undefined`: nobody could judge. */
  show(findings: readonly Finding[] | undefined): void
  /** There is nothing to judge. */
  clear(): void
  /** Nobody has been in any field. */
  forget(): void
}

export function openReport(page: HTMLElement, { form, editor, site }: Places): Report {
  const verdict = page.querySelector<HTMLElement>('.verdict')!
  const list = page.querySelector<HTMLElement>('.findings')!
  const spoken = page.querySelector<HTMLElement>('.spoken')!
  const refused = page.querySelector<HTMLElement>('.refused')!
  const visited = new Set<string>()
  const hasBeenIn = (control: Element): boolean => visited.has((control as HTMLElement).dataset.pointer!)
  let latest: readonly Finding[] = []
  let waiting: ReturnType<typeof setTimeout> | undefined

  function show(findings: readonly Finding[], words: string, errors: number): void {
    latest = findings
    verdict.textContent = words
    verdict.className = `verdict ${errors > 0 ? 'bad' : findings.length > 0 || !words ? '' : 'good'}`
    list.replaceChildren(...findingItems(findings, site, (finding) => fieldOf(form, finding)))
    refused.hidden = errors === 0
    editor.mark(findings)
    markFields(form, findings, hasBeenIn)
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      if (spoken.textContent !== words) spoken.textContent = words
    }, PAUSE)
  }

  form.addEventListener('focusout', ({ target }) => {
    const { pointer } = (target as HTMLElement).dataset
    if (!pointer) return
    visited.add(pointer)
    // Not at once: what is pressed meanwhile would move away below the pointer.
    setTimeout(() => markFields(form, latest, hasBeenIn), LATER)
  })
  list.addEventListener('click', (event) => {
    const { dataset } = (event.target as Element).closest('a') ?? { dataset: {} as DOMStringMap }
    if (dataset.line) editor.goTo(Number(dataset.line))
    else if (dataset.field) goTo(form.querySelector<HTMLElement>(`#${CSS.escape(dataset.field)}`)!)
    else return
    event.preventDefault()
  })
  return {
    show(findings) {
      if (!findings)
        return show([], 'The validator could not be loaded. Reload the page; your text is kept.', 0)
      const { errors, words } = summaryOf(findings)
      show(findings, words, errors)
    },
    clear: () => show([], '', 0),
    forget: () => visited.clear(),
  }
}
