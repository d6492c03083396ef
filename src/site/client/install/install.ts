/**
 * The install block in the browser. The page already shows what to do in every client; this remembers the client,
 * copies, and loads the part that fills in what a person types when they begin to.
 */
import { readStored, store } from '../page/stored.ts'
import { makeAddMenu } from './add-menu.ts'
import { chooseClient, chosenClient, chosenOption, readyLinks } from './chosen.ts'
import { addAnother, toggleSecret } from './controls.ts'
import { addCopyButtons, copyText } from './copy.ts'
import type { Live } from './live.ts'

// The page is written for all other computers.
const isWindows = navigator.userAgent.includes('Windows')

export function startInstall(block: HTMLElement): void {
  const status = document.createElement('p')
  status.className = 'unseen'
  status.setAttribute('role', 'status')
  block.append(status)
  const say = (text: string): void => void (status.textContent = text)

  // A server that is deprecated has a link that is not the primary one, and stays a link.
  const link = document.querySelector<HTMLAnchorElement>('.title-line .primary')
  const offer = link && makeAddMenu(link)
  const onShown = (links: Iterable<HTMLAnchorElement>): void => {
    addCopyButtons(block)
    offer?.(links)
  }
  let loading: Promise<Live> | undefined
  const surroundings = {
    chosenOption: () => chosenOption(block),
    chosenClient: () => chosenClient(block),
    onRender: onShown,
    isWindows,
  }
  const load = (): Promise<Live> =>
    (loading ??= import('./live.ts').then(({ openLive }) => openLive(block, surroundings)))
  const render = (): void =>
    void load().then(
      (live) => live.render(),
      (error: unknown) => {
        loading = undefined
        console.error(error)
        say('What you typed could not be filled in. Put it where the text has a placeholder.')
      },
    )

  block.addEventListener('focusin', ({ target }) => {
    // A failure is told when there is something to fill in.
    if (isField(target)) void load().catch(() => (loading = undefined))
  })
  block.addEventListener('input', ({ target }) => {
    if (isField(target)) render()
  })
  block.addEventListener('change', ({ target }) => {
    if (isField(target)) return
    const { name } = target as HTMLInputElement
    if (name === 'client' || name === 'other') store('client', chosenClient(block)!)
    if (loading || !isReady(block)) render()
    else onShown(readyLinks(block))
  })
  block.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('button')
    if (!button) return
    if (button.matches('.copy')) void copyText(button, say)
    if (button.matches('[data-show]')) toggleSecret(button)
    if (button.matches('[data-more]')) addAnother(button)
  })

  const remembered = readStored('client')
  if (remembered) chooseClient(block, remembered)
  onShown(readyLinks(block))
  if (isWindows) render()
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.inputs') !== null && target.matches('input, select')
}

/** Whether the page itself has the steps of the chosen option. */
function isReady(block: HTMLElement): boolean {
  return block.querySelectorAll('.steps').length > Number(chosenOption(block).dataset.number)
}
