import type { Answers, InstallOption } from '../../site/install/types.ts'
import type { Terminal } from '../terminal/terminal.ts'

/**
 * Asks for what a server cannot do without and its publisher did not set. Secrets are never asked for: they do not belong
 * into a file of a project, and the client refers to them or asks for them itself.
 */
export async function askFields({ fields }: InstallOption, terminal: Terminal): Promise<Answers> {
  const answers: Record<string, string> = {}
  if (!terminal.asks) return answers
  for (const { id, name, description, isRequired, isSecret, preset, choices } of fields) {
    if (!isRequired || isSecret || preset !== undefined) continue
    const question = description ? `${name}: ${description}` : name
    answers[id] = choices
      ? await terminal.choose(
          question,
          choices.map((value) => ({ value, label: value })),
        )
      : await terminal.ask({
          question,
          fault: (answer) => (answer === '' ? 'This one is required.' : undefined),
        })
  }
  return answers
}
