const SHOWN_FOR = 2000

/**
 * Lets a button copy what an element holds. It says so itself for two seconds, and `say` tells everybody else. Where
 * the browser does not allow it, the text is selected.
 */
export function copyFrom(button: HTMLElement, source: HTMLElement, say: (text: string) => void): void {
  const label = button.textContent
  const isArea = source instanceof HTMLTextAreaElement
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(isArea ? source.value : source.textContent)
    } catch {
      if (isArea) source.select()
      else getSelection()?.selectAllChildren(source)
      return say('The browser does not allow copying. The text is selected: copy it with your keyboard.')
    }
    button.textContent = 'Copied'
    say('Copied')
    setTimeout(() => {
      button.textContent = label
      say('')
    }, SHOWN_FOR)
  })
}
