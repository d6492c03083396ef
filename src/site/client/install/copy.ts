const SHOWN_FOR = 2000

/**
 * Gives every text of `root` that has no button yet a button that copies it, and lets the key `c` stand for the first
 * one that can be seen.
 */
export function addCopyButtons(root: HTMLElement): void {
  for (const caption of root.querySelectorAll('figcaption:not(:has(button))')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'copy'
    button.textContent = 'Copy'
    caption.append(button)
  }
  root.querySelector('[data-key="c"]')?.removeAttribute('data-key')
  const buttons = root.querySelectorAll<HTMLElement>('button.copy')
  const first = [...buttons].find((button) => button.checkVisibility())
  if (first) first.dataset.key = 'c'
}

/** Copies the text that the button belongs to. The button says so for two seconds. */
export async function copyText(button: HTMLElement, say: (text: string) => void): Promise<void> {
  const code = button.closest('figure')!.querySelector('pre code')!
  try {
    await navigator.clipboard.writeText(code.textContent)
  } catch {
    getSelection()?.selectAllChildren(code)
    return say('The browser does not allow copying. The text is selected: copy it with your keyboard.')
  }
  button.textContent = 'Copied'
  say('Copied')
  setTimeout(() => {
    button.textContent = 'Copy'
    say('')
  }, SHOWN_FOR)
}
