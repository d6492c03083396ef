import type { Field } from '../install/types.ts'
import { breakable, escapeHtml } from '../text/html.ts'
import { safeText } from '../text/safe-text.ts'

/**
 * A field as a row of a description list that is a form as well: where scripts run, the style sheet shows the control,
 * and where they do not, what is left says what has to be given.
 *
 * @param id unique in the page
 */
export function fieldHtml(field: Field, id: string): string {
  const { isRequired, isSecret, isRepeated } = field
  const name = `<label for="${id}"><code translate="no">${breakable(safeText(field.name))}</code></label>`
  const marks = [
    ...(isRequired ? ['required'] : []),
    ...(isSecret ? ['secret'] : []),
    ...(isRepeated ? ['may repeat'] : []),
    PLACES[field.place],
  ].map((mark) => ` <span class="mark ${mark.replaceAll(' ', '-')}">${mark}</span>`)
  const help = helpHtml(field)
  const described = help && ` aria-describedby="${id}h"`
  return (
    `<div><dt>${name}${marks.join('')}</dt><dd>` +
    `<div class="control">${controlHtml(field, ` id="${id}"${described}`)}</div>` +
    `${help && `<div id="${id}h">${help}</div>`}</dd></div>`
  )
}

const PLACES: Readonly<Record<Field['place'], string>> = {
  environment: 'variable',
  argument: 'argument',
  runtime: 'runtime argument',
  header: 'header',
  address: 'part of the address',
}

function controlHtml(field: Field, attributes: string): string {
  const required = field.isRequired ? ' required' : ''
  const more = field.isRepeated ? '<button type="button" data-more>Add another</button>' : ''
  if (field.isSecret) {
    return (
      `<input type="password" autocomplete="off" spellcheck="false"${required}${attributes}>` +
      `<button type="button" data-show>Show</button>${more}`
    )
  }
  const choices = field.choices ?? (field.format === 'boolean' ? ['true', 'false'] : [])
  if (choices.length > 0) return selectHtml(choices, field.preset, required + attributes) + more
  const mode = field.format === 'number' ? ' inputmode="decimal"' : ''
  const preset = field.preset === undefined ? '' : ` value="${escapeHtml(field.preset)}"`
  return `<input type="text" autocomplete="off" spellcheck="false"${mode}${preset}${required}${attributes}>${more}`
}

/** Without a preset that is one of the choices, nothing is chosen until somebody chooses. */
function selectHtml(choices: readonly string[], preset: string | undefined, attributes: string): string {
  const none = preset !== undefined && choices.includes(preset) ? '' : '<option value="">Choose</option>'
  const options = choices.map((choice) => {
    const text = escapeHtml(safeText(choice))
    const value = safeText(choice) === choice ? '' : ` value="${escapeHtml(choice)}"`
    return `<option${value}${choice === preset ? ' selected' : ''}>${text}</option>`
  })
  return `<select autocomplete="off"${attributes}>${none}${options.join('')}</select>`
}

function helpHtml({ description, choices, preset, isSecret, placeholder, format }: Field): string {
  const words = safeText(description ?? '')
  const isPresetShown = !isSecret && preset !== undefined
  return (
    (words && `<p dir="auto">${escapeHtml(words)}</p>`) +
    detail('Default', preset, isPresetShown) +
    detail('Choices', choices?.join(', '), true) +
    detail('Example', placeholder) +
    (format ? `<p class="detail">${FORMATS[format]}</p>` : '')
  )
}

const FORMATS = { number: 'A number', boolean: 'true or false', filepath: 'A path on your computer' } as const

/** A detail that the control shows as well is for those who do not see the control. */
function detail(term: string, value: string | undefined, isInControl = false): string {
  if (!value) return ''
  const text = `${term} <code translate="no">${breakable(safeText(value))}</code>`
  return `<p class="detail${isInControl ? ' no-script' : ''}">${text}</p>`
}
