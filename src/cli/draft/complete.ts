import type { Clue } from '../../publish/clue.ts'
import { compose, type Composition } from '../../publish/compose.ts'
import { LookupError } from '../../publish/lookup/lookup-error.ts'
import type { Question } from '../../publish/missing.ts'
import { EXIT } from '../exit.ts'
import type { Flags } from '../flags.ts'
import { Stop, usageError } from '../stop.ts'
import type { World } from '../world.ts'
import { bumped, laterVersion } from './bump.ts'
import { clueFromWord } from './clue-from-word.ts'
import { listedElsewhere } from './listed-elsewhere.ts'
import { fieldFault } from './field-fault.ts'

/** What a question is answered with where nobody can be asked. */
const INSTEAD: Record<Question['field'], string> = {
  name: '--name io.github.acme/weather',
  description: "--description 'Weather reports'",
  version: '--version 1.0.0',
  package: 'a package or an address: mcp-git publish npm:@acme/weather',
}

/**
 * Composes a server.json from what was found and from the flags, and asks for what is missing, one question at a time.
 *
 * @param login the GitHub login, where it is known
 * @throws Stop where something is missing and nobody can be asked, or it cannot be published
 */
export async function completeDraft(
  found: readonly Clue[],
  flags: Flags,
  world: World,
  login?: string,
): Promise<Composition> {
  const { terminal } = world
  let clues = [...given(flags), ...(await upToDate(found, flags, world, login))]
  const { server, missing } = compose(clues, login)
  if (server.name && missing.length > 0) clues = [...clues, ...(await listedElsewhere(server.name, world))]
  for (;;) {
    const composition = compose(clues, login)
    const { refusal, missing } = composition
    if (refusal) throw new Stop(EXIT.invalid, `${refusal.source}: ${refusal.saw}`, refusal.fix)
    const [question] = missing
    if (!question) return composition
    if (!terminal.asks) throw nobodyToAsk(missing)
    const { field, ask, hint, suggestion } = question
    const answer = await terminal.ask({
      question: ask,
      ...(hint && { hint }),
      ...(suggestion && { suggestion }),
      fault: (text) => (field === 'package' ? undefined : fieldFault(field, text)),
    })
    clues =
      field === 'package'
        ? [...clues, ...(await lookedUp(answer, world))]
        : [told('you', { [field]: answer }), ...clues]
  }
}

/** A slip of the pen must not cost the answers before it: the question comes again. */
async function lookedUp(answer: string, world: World): Promise<Clue[]> {
  const { terminal } = world
  terminal.meanwhile(`asking for ${answer}`)
  try {
    const clue = await clueFromWord(answer, world).finally(terminal.rest)
    if (!clue.refusal) return [clue]
    terminal.mark('✗', '', `${clue.refusal.saw} ${clue.refusal.fix}`)
  } catch (error) {
    if (!(error instanceof LookupError)) throw error
    terminal.mark('✗', '', `${error.saw} ${error.fix}`)
  }
  return []
}

function given({ name, description, version }: Flags): Clue[] {
  const server = { ...(name && { name }), ...(description && { description }), ...(version && { version }) }
  for (const [field, value] of Object.entries(server)) {
    const fault = fieldFault(field as keyof typeof server, value)
    if (fault) throw usageError(`--${field}: ${fault}`)
  }
  return Object.keys(server).length > 0 ? [told('you', server)] : []
}

function told(source: string, server: Clue['server']): Clue {
  return { source, says: '', server, warnings: [] }
}

/** A server.json that is there may be of the last release. */
async function upToDate(
  clues: readonly Clue[],
  { version }: Flags,
  world: World,
  login?: string,
): Promise<readonly Clue[]> {
  const { terminal } = world
  if (version !== undefined) return bumped(clues, version)
  const composition = compose(clues, login)
  const later = laterVersion(composition)
  if (!later) return clues
  const question = `server.json says ${composition.server.version}, and ${later.source} ${later.version}. Publish ${later.version}?`
  if (terminal.asks && !(await terminal.confirm(question))) return clues
  return [told(later.source, { version: later.version }), ...bumped(clues, later.version)]
}

function nobodyToAsk(missing: readonly Question[]): Stop {
  const fields = missing.map(({ field }) => field).join(', ')
  const ways = missing.map(({ field }) => INSTEAD[field]).join('\n')
  return usageError(
    `Still missing: ${fields}. Nobody is there to be asked.`,
    `Give what is missing:\n${ways}`,
  )
}
