import type { InstallOption } from '../install/types.ts'

/** More options than these are folded. */
const SHOWN_OPTIONS = 6

/**
 * The choice between options: a radio group in which each radio is followed by what belongs to it, which the style
 * sheet shows when it is chosen. A single option needs no choosing.
 *
 * @param titles and `bodies` are HTML, in the order of the options
 */
export function optionChoice(
  options: readonly InstallOption[],
  titles: readonly string[],
  bodies: readonly string[],
): string {
  if (options.length === 1) return `<p class="how">${titles[0]}</p>${bodies[0]}`
  const rows = options.map(({ key }, index) => {
    const checked = index === 0 ? ' checked' : ''
    return (
      `<label class="h${index}"><input type="radio" name="how" value="${key}"${checked}>` +
      `<span>${titles[index]}</span></label>${bodies[index]}`
    )
  })
  const folded = rows.length > SHOWN_OPTIONS + 1 ? rows.splice(SHOWN_OPTIONS) : []
  const rest = `<details><summary>${folded.length} more</summary>${folded.join('')}</details>`
  return `<fieldset class="how"><legend>How</legend>${rows.join('')}${folded.length > 0 ? rest : ''}</fieldset>`
}
