import { visibleJson } from '../text/safe-text.ts'
import { commandSteps } from './command-step.ts'
import { fillerOf } from './fill.ts'
import type { Answers, InstallContext, InstallOption, Instruction, StdioLaunch } from './types.ts'

/** How to start a package that talks at an address: no client does that, so a person has to. */
export function startSteps(
  option: InstallOption,
  launch: StdioLaunch,
  context: InstallContext,
  answers: Answers,
): Instruction[] {
  const filler = fillerOf(option, { answers, hidesSecrets: true })
  const words = [launch.command, ...filler.tokens(launch.args)]
  const missing = new Set(filler.missing)
  const settings = launch.environment.filter(filler.isGiven).map(({ name, value }) => {
    const before = filler.missing.size
    const text = filler.text(value)
    return `\`${(filler.missing.size > before ? name : `${name}=${text}`).replaceAll('`', '')}\``
  })
  const first = settings.length > 0 ? `Set ${settings.join(', ')} in your environment. Then start` : 'Start'
  const intro: Instruction = { type: 'text', text: `${first} the server and leave it running.` }
  const steps = commandSteps(words, context, { missing })
  if (steps.length > 0) return [intro, ...steps]
  const value = visibleJson(JSON.stringify(words))
  return [intro, { type: 'text', text: 'Start it with this command, given word by word.', value }]
}
