import type { ServerJson } from '../model/server-json.ts'
import { CURRENT_SCHEMA_URL } from '../validate/schema/dates.ts'
import { addPackages, addRemotes, withVariables, withVersion } from './add-up.ts'
import type { Clue, Refusal } from './clue.ts'
import { isTooLong } from './description.ts'
import { missingFrom, type Question } from './missing.ts'
import { nameForLogin, nameForRepository } from './names.ts'
import { inOrder } from './server-text.ts'

export interface Composition {
  /** As complete as the clues make it; fields in the order of the schema; `$schema` is the current one. */
  server: Partial<ServerJson>
  /** Which clue gave a top-level field: `{ name: 'package.json', … }`. */
  from: Record<string, string>
  /** What nobody said and a `server.json` cannot do without, in the order to ask. */
  missing: Question[]
  /** Another version than that of the `server.json`, named beside it: what a new release would be called. */
  newer?: { version: string; source: string }
  /** Why the one thing that was found to publish cannot be. */
  refusal?: Refusal & { source: string }
}

type Field = keyof ServerJson

const ALWAYS: readonly Field[] = ['name', 'description', 'version']
const LISTS: readonly string[] = ['$schema', 'packages', 'remotes']

/**
 * Puts a `server.json` together from what was found, the most trusted clue first.
 *
 * @param login the GitHub login of whoever publishes, for `io.github.<login>/…` where nothing else gives a name
 */
export function compose(clues: readonly Clue[], login?: string): Composition {
  const whole = clues.findIndex(({ isWhole }) => isWhole)
  const chosen = whole < 0 ? clues : clues.slice(0, whole + 1)
  const spare = whole < 0 ? [] : clues.slice(whole + 1)
  const draft: Draft = { server: {}, from: {} }
  for (const clue of chosen) take(draft, clue, fieldsOf(clue))
  for (const clue of spare) take(draft, clue, ALWAYS)
  addLists(draft, chosen)
  if (!hasLists(draft)) addLists(draft, spare)
  give(draft, 'name', nameForRepository(draft.server), draft.from.repository ?? '')
  if (login !== undefined) give(draft, 'name', nameForLogin(login, draft.server), 'GitHub login')
  const missing = missingFrom(draft.server, draft.from, login)
  if (isTooLong(draft.server.description)) drop(draft, 'description')
  const newer = whole < 0 ? undefined : newerThan(draft.server.version, spare)
  const refused = hasLists(draft) ? undefined : clues.find(({ refusal }) => refusal)
  return {
    server: inOrder({ ...draft.server, $schema: CURRENT_SCHEMA_URL }),
    from: draft.from,
    missing,
    ...(newer && { newer }),
    ...(refused?.refusal && { refusal: { ...refused.refusal, source: refused.source } }),
  }
}

type Draft = Pick<Composition, 'server' | 'from'>

function fieldsOf({ server }: Clue): Field[] {
  return Object.keys(server).filter((field) => !LISTS.includes(field)) as Field[]
}

function take(draft: Draft, { server, source }: Clue, fields: readonly Field[]): void {
  for (const field of fields) give(draft, field, server[field], source)
}

function give(draft: Draft, field: Field, value: unknown, source: string): void {
  if (value === undefined || draft.server[field] !== undefined) return
  Object.assign(draft.server, { [field]: value })
  draft.from[field] = source
}

function drop({ server, from }: Draft, field: Field): void {
  delete server[field]
  delete from[field]
}

function addLists({ server, from }: Draft, clues: readonly Clue[]): void {
  const packages = withVersion(withVariables(addPackages(clues), clues), server.version)
  const remotes = addRemotes(clues)
  if (packages.length > 0) server.packages = packages
  if (remotes.length > 0) server.remotes = remotes
  for (const field of ['packages', 'remotes'] as const) {
    if (server[field]) from[field] = sourcesOf(clues, field)
  }
}

function sourcesOf(clues: readonly Clue[], field: 'packages' | 'remotes'): string {
  return clues
    .filter(({ server }) => server[field]?.length)
    .map(({ source }) => source)
    .join(', ')
}

function hasLists({ server }: Draft): boolean {
  return Boolean(server.packages?.length || server.remotes?.length)
}

function newerThan(version: string | undefined, spare: readonly Clue[]): Composition['newer'] {
  const clue = spare.find(({ server }) => server.version !== undefined)
  if (!clue?.server.version || clue.server.version === version) return undefined
  return { version: clue.server.version, source: clue.source }
}
