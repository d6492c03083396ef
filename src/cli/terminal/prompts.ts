import type { CANCEL_SYMBOL } from '@clack/prompts'
import { confirm, isCancel, select, text } from '@clack/prompts'
import { printable, WIDTH, wrap } from '../../validate/text/wrap.ts'
import { EXIT } from '../exit.ts'
import { Stop } from '../stop.ts'
import type { Paint } from './layout.ts'
import type { Terminal } from './terminal.ts'

/** What stands before the text of a question: a mark or a rule, and two spaces. */
const LEAD = 3

/** Questions to a person, one at a time; Enter takes what is suggested. */
export function promptsFor(paint: Paint, columns = WIDTH): Pick<Terminal, 'ask' | 'confirm' | 'choose'> {
  /** Lines below the first have the rule of the conversation on their left. */
  function messageOf(question: string, hint = ''): string {
    const width = Math.min(columns, WIDTH)
    const [first = '', ...others] = [question, hint]
      .filter(Boolean)
      .flatMap((text) => wrap(text, LEAD, LEAD, width).split('\n'))
      .map((line) => line.slice(LEAD))
    return [first, ...others.map((line) => `${paint('dim', '│')}  ${paint('dim', line)}`)].join('\n')
  }

  return {
    async ask({ question, hint, suggestion, fault }) {
      const message = messageOf(question, hint)
      const initialValue = suggestion && printable(suggestion)
      const validate = (answer = ''): string | undefined => fault(answer.trim())
      return answered(await text({ message, validate, ...(initialValue && { initialValue }) })).trim()
    },
    async confirm(question) {
      return answered(await confirm({ message: messageOf(question) }))
    },
    async choose(question, options) {
      const shown = options.map(({ value, label, hint }) => ({
        value: value as string,
        label: printable(label),
        ...(hint && { hint: printable(hint) }),
      }))
      const message = messageOf(question)
      const chosen = answered(await select<string>({ message, options: shown as never }))
      return options.find(({ value }) => value === chosen)!.value
    },
  }
}

function answered<Value>(answer: Value | typeof CANCEL_SYMBOL): Value {
  if (isCancel(answer)) throw new Stop(EXIT.usage, 'Cancelled. Nothing was sent.')
  return answer
}
