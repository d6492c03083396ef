import type { Instruction } from '../../site/install/types.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** What is to be done by hand, in order; where a command does it, the file that would do the same is left out. */
export function showSteps(steps: readonly Instruction[], terminal: Terminal): void {
  const hasCommand = steps.some(({ type }) => type === 'command')
  for (const step of steps) {
    if (step.type === 'link' || (step.type === 'file' && hasCommand)) continue
    if (step.type === 'file') terminal.say(`Put this into ${step.path}:`)
    if (step.type === 'command') terminal.say('Run:')
    terminal.lines(indented(step.text))
    if (step.type === 'text' && step.value) terminal.lines(indented(step.value))
    if ('note' in step && step.note) terminal.mark('!', 'note', step.note)
  }
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}
