/** What scripts add to every page: keys, and the choice of a theme. */
import { listenForKeys } from './shortcuts.ts'
import { offerThemes } from './theme-choice.ts'

async function showKeys(): Promise<void> {
  const { showKeysDialog } = await import('./keys-dialog.ts')
  showKeysDialog()
}

listenForKeys(() => void showKeys())
offerThemes(document.querySelector<HTMLFieldSetElement>('.theme')!)
document.querySelector('[data-keys]')!.addEventListener('click', () => void showKeys())
document.querySelector<HTMLElement>('.for-scripts')!.hidden = false
