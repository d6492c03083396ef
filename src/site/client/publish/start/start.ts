import type { Clue } from '../../../../publish/clue.ts'
import { element } from '../elements.ts'
import { marked } from '../findings/list.ts'
import { START_KINDS, type StartKind, type StartKindName } from './kinds.ts'
import { refusalOf } from './refused.ts'

/**
 * Lets a publication start from what exists already.
 *
 * @param part the form that asks what; its `data-npm` is the address of the npm registry
 * @param found is told what came of it
 */
export function openStart(part: HTMLFormElement, found: (clue: Clue, kind: StartKindName) => void): void {
  const outcome = part.querySelector<HTMLElement>('.found')!
  const button = part.querySelector<HTMLButtonElement>('button[type="submit"]')!
  const input = part.querySelector('input[type="text"]') as HTMLInputElement
  const area = part.querySelector('textarea')!
  const chosen = (): StartKindName =>
    part.querySelector<HTMLInputElement>('input[name="start"]:checked')!.value as StartKindName

  function showKind(): void {
    const { ask, hint, isText }: StartKind = START_KINDS[chosen()]
    const where = part.querySelector<HTMLElement>(`[data-asks="${chosen()}"]`)
    part.querySelector('label[for="start-what"], label[for="start-text"]')!.textContent = ask
    part.querySelector('label.ask')!.setAttribute('for', isText ? 'start-text' : 'start-what')
    part.querySelector('#start-hint')!.textContent = where ? `${hint} ${where.textContent}` : hint
    input.hidden = isText === true
    area.hidden = !isText
    button.textContent = where ? 'Look up' : 'Take over'
    outcome.replaceChildren()
  }

  async function look(): Promise<void> {
    const kind = chosen()
    const what = (START_KINDS[kind] as StartKind).isText ? area.value : input.value.trim()
    if (what.trim() === '') return say('bad', 'There is nothing in the field yet.', '')
    button.disabled = true
    say('meta', 'Looking …', '')
    try {
      const { clueFrom } = await import('./clue-from.ts')
      const clue = await clueFrom(kind, what, part.dataset.npm!)
      if (clue.refusal) say('bad', clue.refusal.saw, clue.refusal.fix)
      else {
        say('good', `Found ${clue.says}`, '')
        for (const warning of clue.warnings) outcome.append(element('p', { class: 'warn' }, `! ${warning}`))
        found(clue, kind)
      }
    } catch (error) {
      const { saw, fix } = refusalOf(error)
      say('bad', saw, fix)
    } finally {
      button.disabled = false
    }
  }

  function say(kind: string, saw: string, fix: string): void {
    outcome.replaceChildren(
      element('p', { class: kind }, ...marked(saw)),
      ...(fix ? [element('p', { class: 'fix' }, ...marked(fix))] : []),
    )
  }

  part.addEventListener('change', ({ target }) => {
    if ((target as HTMLInputElement).name === 'start') showKind()
  })
  part.addEventListener('submit', (event) => {
    event.preventDefault()
    void look()
  })
  showKind()
}
