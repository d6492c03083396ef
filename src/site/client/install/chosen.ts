type Choice = 'how' | 'client' | 'other'

function checked(block: HTMLElement, choice: Choice): string | undefined {
  return block.querySelector<HTMLInputElement>(`input[name="${choice}"]:checked`)?.value
}

/** The id of the chosen client. */
export function chosenClient(block: HTMLElement): string | undefined {
  const client = checked(block, 'client')
  return client === 'other' ? checked(block, 'other') : client
}

/** Chooses a client by its id, unless there is none of that id any more. */
export function chooseClient(block: HTMLElement, id: string): void {
  const radio = block.querySelector<HTMLInputElement>(`.clients input[value="${CSS.escape(id)}"]`)
  if (!radio) return
  radio.checked = true
  if (radio.name === 'other') chooseClient(block, 'other')
}

/** What belongs to the chosen option: its facts and its fields. */
export function chosenOption(block: HTMLElement): HTMLElement {
  const key = checked(block, 'how')
  return block.querySelector<HTMLElement>(key ? `[data-option="${key}"]` : '[data-option]')!
}

/** What the page itself links to for the chosen option: every client, with nothing filled in. */
export function readyLinks(block: HTMLElement): Iterable<HTMLAnchorElement> {
  return block.querySelectorAll(`.o${chosenOption(block).dataset.number} .links a`)
}
