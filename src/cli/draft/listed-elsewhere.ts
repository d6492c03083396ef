import type { Clue } from '../../publish/clue.ts'
import { clueFromOfficial } from '../../publish/lookup/official.ts'
import { LookupError } from '../../publish/lookup/lookup-error.ts'
import type { World } from '../world.ts'

/**
 * What the official registry lists under the name, where the person wants it copied. It fills gaps only: what is in the
 * folder is newer. Whether it answers is not what this is about.
 */
export async function listedElsewhere(
  name: string,
  { terminal, fetch }: Pick<World, 'terminal' | 'fetch'>,
): Promise<Clue[]> {
  if (!terminal.asks) return []
  const clue = await clueFromOfficial(name, fetch).catch((error: unknown) => {
    if (!(error instanceof LookupError)) throw error
  })
  if (!clue) return []
  terminal.fact('Found', clue.source, clue.says)
  if (!(await terminal.confirm('You are listed there already. Copy what is missing here?'))) return []
  const { source, says, server, variables, warnings } = clue
  return [{ source, says, server, warnings, ...(variables && { variables }) }]
}
