import type { ServerJson } from '../../../../model/server-json.ts'
import type { Clue } from '../../../../publish/clue.ts'
import { compose } from '../../../../publish/compose.ts'
import type { Question } from '../../../../publish/missing.ts'
import { isObject } from '../document/place.ts'

const TEXTS = ['name', 'title', 'description', 'version', 'websiteUrl'] as const
const LISTS = ['packages', 'remotes'] as const

/**
 * The document with what a clue says: what is written already stays, a package or a remote is added. What is missing
 * after that comes as questions, some with a suggestion.
 */
export function takeOver(document: object, clue: Clue): { document: object; missing: Question[] } {
  const answers: Clue = { source: 'form', says: '', server: wellFormed(document), warnings: [] }
  const { server, missing } = compose([answers, clue])
  return { document: { ...server, ...document, ...listsOf(server), $schema: server.$schema }, missing }
}

function listsOf(server: Partial<ServerJson>): Partial<ServerJson> {
  return Object.fromEntries(LISTS.flatMap((key) => (server[key] ? [[key, server[key]]] : [])))
}

/** What of a document can be reasoned about: people may have typed anything into its text. */
function wellFormed(document: object): Partial<ServerJson> {
  const fields = document as Record<string, unknown>
  const entries = [
    ...TEXTS.filter((key) => typeof fields[key] === 'string' && fields[key] !== '').map((key) => [
      key,
      fields[key],
    ]),
    ...LISTS.filter((key) => Array.isArray(fields[key])).map((key) => [
      key,
      (fields[key] as unknown[]).filter(isObject),
    ]),
    ...(isObject(fields.repository) ? [['repository', fields.repository]] : []),
  ]
  return Object.fromEntries(entries) as Partial<ServerJson>
}
