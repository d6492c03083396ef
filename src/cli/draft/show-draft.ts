import type { Clue } from '../../publish/clue.ts'
import type { Composition } from '../../publish/compose.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** What was found, and where: nothing is guessed in silence. */
export function showClues(clues: readonly Clue[], terminal: Terminal): void {
  for (const { source, says, warnings } of clues) {
    if (says) terminal.fact('Found', source, says)
    for (const warning of warnings) terminal.mark('!', source, warning)
  }
}

/** What was decided, and by whom. */
export function showDraft({ server, from }: Composition, terminal: Terminal): void {
  const { name = '', version = '', description = '' } = server
  terminal.fact('Name', name, by(from.name))
  terminal.fact('Version', version, by(from.version))
  terminal.fact('Says', by(from.description) || 'description', description)
}

function by(source: string | undefined): string {
  return source ? `from ${source}` : ''
}
