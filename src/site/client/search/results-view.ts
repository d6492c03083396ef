/** Speech is slower than typing: a count is read out when the results have settled. */
const SPEAKING_PAUSE = 700

/** The part of the search page that shows what was found. */
export interface ResultsView {
  list: HTMLElement
  section: HTMLElement
  /** Says how much was found, also to those who hear it. */
  say(text: string): void
  /** Shows parts as HTML that its makers escaped. */
  show(parts: Partial<Record<Part, string>>): void
  /** Keeps what there is and shows that something better is on its way. */
  wait(): void
}

export type Part = 'rows' | 'chips' | 'sort' | 'pager' | 'hint'

export function resultsView(section: HTMLElement): ResultsView {
  const part = (name: string) => section.querySelector<HTMLElement>(`[data-part="${name}"]`)!
  const status = part('status')
  const spoken = part('spoken')
  let speaking: ReturnType<typeof setTimeout> | undefined
  return {
    section,
    list: part('rows'),
    say(text) {
      status.textContent = text
      clearTimeout(speaking)
      speaking = setTimeout(() => (spoken.textContent = text), SPEAKING_PAUSE)
    },
    show(parts) {
      section.removeAttribute('aria-busy')
      for (const [name, html] of Object.entries(parts)) {
        const element = part(name)
        if (element.innerHTML !== html) element.innerHTML = html
        element.hidden = html === ''
      }
    },
    wait: () => section.setAttribute('aria-busy', 'true'),
  }
}
