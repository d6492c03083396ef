import type { ServerJson } from '../../model/server-json.ts'
import { serverText } from '../../publish/server-text.ts'
import type { Call } from '../command.ts'
import { readIfThere } from '../read-file.ts'
import type { World } from '../world.ts'
import { completeDraft } from './complete.ts'
import { showClues, showDraft } from './show-draft.ts'
import { readSubject } from './subject.ts'

/** A server.json that is complete as far as anybody can tell. */
export interface Prepared {
  server: Partial<ServerJson>
  /** Its text, which is that of the file where the file says the same. */
  text: string
  /** Its path, as the person would write it. */
  file: string
  /** Who said what. */
  from: Record<string, string>
}

/**
 * From what the person pointed at to a whole server.json: looks, tells what was found, and asks for the rest.
 *
 * @param login the GitHub login, where it is known
 * @throws Stop
 */
export async function prepare({ words, flags }: Call, world: World, login?: string): Promise<Prepared> {
  const { clues, file } = await readSubject(words[0] ?? '.', world)
  showClues(clues, world.terminal)
  const composition = await completeDraft(clues, flags, world, login)
  showDraft(composition, world.terminal)
  const { server, from } = composition
  const written = readIfThere(file, world.cwd)?.toString('utf8')
  const text = written !== undefined && saysTheSame(written, server) ? written : serverText(server)
  return { server, from, file, text }
}

/** Its layout is its owner's business, and a signature may be about its bytes. */
function saysTheSame(written: string, server: Partial<ServerJson>): boolean {
  try {
    return serverText(JSON.parse(written) as ServerJson) === serverText(server)
  } catch {
    return false
  }
}
