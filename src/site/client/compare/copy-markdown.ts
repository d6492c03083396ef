const SHOWN_FOR = 2000

/**
 * Makes the button in `place` copy a text. The returned function says which; without one the button is hidden.
 */
export function offerMarkdown(place: HTMLElement): (markdown: string | undefined) => void {
  const button = place.querySelector('button')!
  const status = place.querySelector<HTMLElement>('[role="status"]')!
  const label = button.textContent
  let text = ''
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      return showText(place, text, status)
    }
    button.textContent = 'Copied'
    status.textContent = 'Copied'
    status.classList.add('unseen')
    setTimeout(() => {
      button.textContent = label
      status.textContent = ''
    }, SHOWN_FOR)
  })
  return (markdown) => {
    text = markdown ?? ''
    place.hidden = markdown === undefined
    place.querySelector('textarea')?.remove()
    status.textContent = ''
  }
}

/** Where the browser forbids copying, the person can do it. */
function showText(place: HTMLElement, text: string, status: HTMLElement): void {
  const area = place.querySelector('textarea') ?? document.createElement('textarea')
  area.readOnly = true
  area.value = text
  area.ariaLabel = 'The comparison as Markdown'
  place.append(area)
  area.select()
  status.classList.remove('unseen')
  status.textContent = 'The browser does not allow copying. The text is selected: copy it with your keyboard.'
}
