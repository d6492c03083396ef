import type { InstallOption } from '../install/types.ts'
import { commonConfig } from '../server/common-config.ts'
import { placeholderConfig } from '../server/placeholder-config.ts'
import { figureHtml } from './steps-html.ts'

/** An option in the notation that most clients share, for the options whose steps only a script makes. */
export function commonConfigHtml(option: InstallOption, name: string): string {
  const { entry } = placeholderConfig(option)
  if (!entry) return ''
  return `<div class="no-script">${figureHtml('As most clients write it', commonConfig(entry, name))}</div>`
}
