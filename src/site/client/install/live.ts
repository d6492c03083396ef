import { CLIENTS } from '../../install/clients/index.ts'
import { installOptions } from '../../install/options.ts'
import type { Client, Instruction } from '../../install/types.ts'
import { installContext } from '../../install-block/install-context.ts'
import { linksHtml, stepsHtml } from '../../install-block/steps-html.ts'
import { readAnswers } from './answers.ts'
import { readServer } from './read-server.ts'

/** The install block with what a person typed filled in. */
export interface Live {
  /** Shows what to do for the option, the client and the values of this moment. */
  render(): void
}

/** What the rest of the page knows. It is handed over, so that this part shares no file with the other. */
export interface LiveSurroundings {
  /** The part of the page that belongs to the chosen option. */
  chosenOption(): HTMLElement
  /** The id of the chosen client. */
  chosenClient(): string | undefined
  isWindows: boolean
  /** Is called whenever the steps have changed, with the links of all clients. */
  onRender(links: Iterable<HTMLAnchorElement>): void
}

/**
 * Takes over what the page says about the chosen client.
 *
 * @throws if the entry can be had neither from the page nor from the API
 */
export async function openLive(
  block: HTMLElement,
  { chosenOption, chosenClient, isWindows, onRender }: LiveSurroundings,
): Promise<Live> {
  const server = await readServer()
  const options = installOptions(server)
  const context = installContext(server, block.dataset.registry!, false)
  const windowsContext = installContext(server, block.dataset.registry!, true)
  const windows = windowsChoice(isWindows)
  const [steps, links] = [document.createElement('div'), document.createElement('div')]
  steps.className = 'steps live'
  const tabs = block.querySelectorAll('.clients')
  tabs[tabs.length - 1]!.after(windows.label, steps)

  function render(): void {
    const shown = chosenOption()
    const option = options.find(({ key }) => key === shown.dataset.option)!
    const client = CLIENTS.find(({ id }) => id === chosenClient())!
    const answers = readAnswers(shown, option.fields)
    const told = (client: Client, isWindows: boolean): Instruction[] =>
      client.instructions(option, isWindows ? windowsContext : context, answers)
    const [others, onWindows] = [stepsHtml(told(client, false)), stepsHtml(told(client, true))]
    windows.label.hidden = others === onWindows
    steps.innerHTML = `<div>${windows.box.checked ? onWindows : others}</div>`
    block.dataset.live = ''
    const toEach = CLIENTS.flatMap((each) => told(each, windows.box.checked))
    links.innerHTML = linksHtml(toEach.filter((step) => step.type === 'link'))
    onRender(links.querySelectorAll('a'))
  }
  return { render }
}

function windowsChoice(isWindows: boolean): { label: HTMLLabelElement; box: HTMLInputElement } {
  const label = document.createElement('label')
  label.className = 'windows'
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.checked = isWindows
  label.append(box, ' For Windows')
  return { label, box }
}
