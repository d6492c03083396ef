/** ↓ and ↑ walk from the input through the results and back; Esc returns to the input. */
export function moveWithArrows(input: HTMLInputElement, list: HTMLElement): void {
  const move = (event: KeyboardEvent, step: 1 | -1): void => {
    const links = [...list.querySelectorAll<HTMLElement>('a.name')].filter((link) => link.checkVisibility())
    const present = links.indexOf(document.activeElement as HTMLElement)
    const target = present + step < 0 ? input : links[present + step]
    if (!target || (document.activeElement === input && step < 0)) return
    event.preventDefault()
    target.focus()
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    // The list of names below the input has the keys while it is there.
    if (input.getAttribute('aria-expanded') === 'true') return
    if (event.key === 'ArrowDown') move(event, 1)
    else if (event.key === 'ArrowUp') move(event, -1)
    else if (event.key === 'Escape' && event.currentTarget === list) input.focus()
  }
  input.addEventListener('keydown', onKey)
  list.addEventListener('keydown', onKey)
}
