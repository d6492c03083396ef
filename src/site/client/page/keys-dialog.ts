import { areKeysOn } from './shortcuts.ts'
import { store } from './stored.ts'

const EVERYWHERE: readonly [string, string][] = [
  ['/ or Ctrl K', 'Search'],
  ['g h', 'Start page'],
  ['g b', 'Browse'],
  ['g p', 'Publish'],
  ['g s', 'Stats'],
  ['?', 'This list'],
]

/** Shows the keys that do something on this page, and the switch that turns them off. */
export function showKeysDialog(): void {
  const dialog = document.createElement('dialog')
  dialog.className = 'keys'
  dialog.setAttribute('aria-labelledby', 'keys-title')
  const title = element('h2', 'Keys')
  title.id = 'keys-title'
  const close = element('button', 'Close')
  close.addEventListener('click', () => dialog.close())
  dialog.append(title, keyList(), offSwitch(), close)
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}

function keyList(): HTMLElement {
  const list = document.createElement('dl')
  const ofPage = [...document.querySelectorAll<HTMLElement>('[data-key]')].map((target): [string, string] => [
    target.dataset.key!,
    target.getAttribute('aria-label') ?? target.textContent.trim(),
  ])
  for (const [keys, meaning] of [...EVERYWHERE, ...ofPage]) {
    const row = document.createElement('div')
    const term = document.createElement('dt')
    term.append(element('kbd', keys))
    row.append(term, element('dd', meaning))
    list.append(row)
  }
  return list
}

function offSwitch(): HTMLElement {
  const label = document.createElement('label')
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.checked = areKeysOn()
  box.addEventListener('change', () => store('keys', box.checked ? 'on' : 'off'))
  label.append(box, ' Single keys do something')
  return label
}

function element(name: 'h2' | 'button' | 'dd' | 'kbd', text: string): HTMLElement {
  const made = document.createElement(name)
  made.textContent = text
  return made
}
