/** What the links that the menu takes over begin with; others show or download something. */
const ADD = 'Add to '

/** Offers the clients that can be opened with the server, as the install block links to them at this moment. */
export type AddMenu = (links: Iterable<HTMLAnchorElement>) => void

/**
 * Makes a menu of the link to the install block. The link is there whenever no client can be opened.
 *
 * It is a popover, which the browser closes by Esc and by a press elsewhere, and returns the focus from.
 */
export function makeAddMenu(link: HTMLAnchorElement): AddMenu {
  link.insertAdjacentHTML(
    'afterend',
    `<button class="${link.className}" popovertarget="add-to" aria-label="Add to a client" hidden>Add to … ▾</button>` +
      '<ul id="add-to" popover></ul>',
  )
  const button = link.nextElementSibling as HTMLButtonElement
  const list = button.nextElementSibling as HTMLElement
  list.addEventListener('click', () => list.hidePopover())
  for (const part of [button, list]) part.addEventListener('keydown', (event) => walk(event, button, list))

  return (links) => {
    const items = [...links].filter(({ textContent }) => textContent.startsWith(ADD))
    link.hidden = items.length > 0
    button.hidden = !link.hidden
    list.replaceChildren(
      ...items.map((item) => row(item, item.textContent.slice(ADD.length))),
      row(link, 'Other clients'),
    )
  }
}

function row(link: HTMLAnchorElement, text: string): HTMLLIElement {
  const copy = link.cloneNode() as HTMLAnchorElement
  copy.className = ''
  copy.hidden = false
  copy.textContent = text
  const item = document.createElement('li')
  item.append(copy)
  return item
}

/** ↓ and ↑ go around through the button and the clients. */
function walk(event: KeyboardEvent, button: HTMLElement, list: HTMLElement): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step || !list.matches(':popover-open')) return
  event.preventDefault()
  const stops = [button, ...list.querySelectorAll('a')]
  stops.at((stops.indexOf(document.activeElement as HTMLElement) + step) % stops.length)!.focus()
}
