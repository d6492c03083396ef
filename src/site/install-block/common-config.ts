import type { InstallOption } from '../install/types.ts'
import { placeholderConfig } from '../server/placeholder-config.ts'
import { visibleJson } from '../text/safe-text.ts'
import { figureHtml } from './steps-html.ts'

/** An option in the notation that most clients share, for the options whose steps only a script makes. */
export function commonConfigHtml(option: InstallOption, name: string): string {
  const { entry } = placeholderConfig(option)
  if (!entry) return ''
  // Most clients take letters, digits, `-` and `_` only.
  const key = name.slice(name.indexOf('/') + 1).replace(/[^A-Za-z0-9_-]/g, '-')
  const text = visibleJson(JSON.stringify({ mcpServers: { [key]: entry } }, null, 2))
  return `<div class="no-script">${figureHtml('As most clients write it', text)}</div>`
}
