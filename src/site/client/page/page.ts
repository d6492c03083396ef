import { listenForKeys } from './shortcuts.ts'
import { offerThemes } from './theme-choice.ts'

/** Keys, and the choice of a theme. */
export function startPage(): void {
  listenForKeys(() => void showKeys())
  offerThemes(document.querySelector<HTMLFieldSetElement>('.theme')!)
  document.querySelector('[data-keys]')!.addEventListener('click', () => void showKeys())
  document.querySelector<HTMLElement>('.for-scripts')!.hidden = false
}

async function showKeys(): Promise<void> {
  const { showKeysDialog } = await import('./keys-dialog.ts')
  showKeysDialog()
}
