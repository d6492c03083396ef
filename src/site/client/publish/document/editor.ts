import type { Finding } from '../../../../model/finding.ts'

/** The text of the document, with its lines numbered and those marked that something is found in. */
export interface Editor {
  text(): string
  /** Shows another text, unless it is there already. */
  show(text: string): void
  mark(findings: readonly Finding[]): void
  /** Goes to a line, 1-based, and selects it. */
  goTo(line: number): void
}

/** Connects a text area and the numbers beside it. `change` is told when a person has changed the text. */
export function openEditor(
  area: HTMLTextAreaElement,
  numbers: HTMLElement,
  change: (text: string) => void,
): Editor {
  let lines = 0

  function count(): void {
    const wanted = area.value.split('\n').length
    if (wanted === lines) return
    lines = wanted
    numbers.replaceChildren(
      ...Array.from({ length: lines }, (_, index) => {
        const number = document.createElement('li')
        number.textContent = `${index + 1}`
        return number
      }),
    )
  }

  area.addEventListener('input', () => {
    count()
    change(area.value)
  })
  area.addEventListener('scroll', () => void (numbers.scrollTop = area.scrollTop))
  count()

  return {
    text: () => area.value,
    show(text) {
      if (area.value !== text) area.value = text
      count()
    },
    mark(findings) {
      const worst = new Map<number, string>()
      for (const { line, severity } of findings) if (worst.get(line) !== 'error') worst.set(line, severity)
      ;[...numbers.children].forEach((number, index) => (number.className = worst.get(index + 1) ?? ''))
    },
    goTo(line) {
      const before = area.value.split('\n').slice(0, line - 1)
      const start = before.reduce((sum, text) => sum + text.length + 1, 0)
      const end = area.value.indexOf('\n', start)
      area.focus()
      area.setSelectionRange(start, end < 0 ? area.value.length : end)
      area.scrollTop = Math.max(0, (line - 4) * (area.scrollHeight / lines))
    },
  }
}
