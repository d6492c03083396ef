/** The combination of keys that asks for a printer; on a Mac, Ctrl P is the line above in a text field. */
const MODIFIER = navigator.userAgent.includes('Mac') ? 'metaKey' : 'ctrlKey'

/** How long a slow connection may hold up the browser's dialog. */
const PATIENCE = 1500

/**
 * Prints this page with a code that leads back to it, when the button or the usual keys ask for it. Who prints by the
 * menu of the browser, or where the code cannot be had, gets the address as text alone, by the style sheet.
 */
export function offerPrint(button: HTMLElement): void {
  button.addEventListener('click', () => void print())
  addEventListener('keydown', (event) => {
    if (event.key !== 'p' || !event[MODIFIER] || event.shiftKey || event.altKey || event.defaultPrevented)
      return
    event.preventDefault()
    if (!event.repeat) void print()
  })
}

async function print(): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE))
  await Promise.race([addCode().catch(console.error), patience])
  window.print()
}

async function addCode(): Promise<void> {
  const { addSheetCode } = await import('./sheet-code.ts')
  addSheetCode()
}
