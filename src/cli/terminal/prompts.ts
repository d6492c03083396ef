import type { CANCEL_SYMBOL } from '@clack/prompts'
import { confirm, isCancel, select, text } from '@clack/prompts'
import { printable } from '../../verify/render/terminal.ts'
import { EXIT } from '../exit.ts'
import { Stop } from '../stop.ts'
import type { Terminal } from './terminal.ts'

/** Questions to a person, one at a time; Enter takes what is suggested. */
export const prompts: Pick<Terminal, 'ask' | 'confirm' | 'choose'> = {
  async ask({ question, hint, suggestion, fault }) {
    const message = printable(hint ? `${question}  (${hint})` : question)
    const initialValue = suggestion && printable(suggestion)
    const validate = (answer = ''): string | undefined => fault(answer.trim())
    return answered(await text({ message, validate, ...(initialValue && { initialValue }) })).trim()
  },
  async confirm(question) {
    return answered(await confirm({ message: printable(question) }))
  },
  async choose(question, options) {
    const shown = options.map(({ value, label, hint }) => ({
      value: value as string,
      label: printable(label),
      ...(hint && { hint: printable(hint) }),
    }))
    const chosen = answered(await select<string>({ message: printable(question), options: shown as never }))
    return options.find(({ value }) => value === chosen)!.value
  },
}

function answered<Value>(answer: Value | typeof CANCEL_SYMBOL): Value {
  if (isCancel(answer)) throw new Stop(EXIT.usage, 'Cancelled. Nothing was sent.')
  return answer
}
