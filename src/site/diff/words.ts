import type { ServerJson } from '../../model/server-json.ts'
import { fieldChange, isSame, RANKS, type Change } from './change.ts'
import { packageChanges, remoteChanges, type OptionChange } from './option-changes.ts'

/**
 * What differs between two `server.json` documents in the registry's canonical form, as sentences, the most important
 * first. The versions themselves are left out: whoever compares knows them. Two documents that differ in anything else
 * give at least one sentence; the other way round, what was added is removed.
 */
export function changesBetween(before: ServerJson, after: ServerJson): Change[] {
  const options = Math.max(optionCount(before), optionCount(after))
  return [
    ...merged([...packageChanges(before, after), ...remoteChanges(before, after)], options),
    ...documentChanges(before, after),
  ].sort((a, b) => a.rank - b.rank)
}

function documentChanges(before: ServerJson, after: ServerJson): Change[] {
  const [a, b] = [before.repository ?? {}, after.repository ?? {}]
  return [
    ...fieldChange('Name', before.name, after.name, RANKS.option),
    ...fieldChange('Source repository', a.url, b.url, RANKS.source),
    ...fieldChange('Source host', a.source, b.source, RANKS.rest),
    ...fieldChange('Repository id', a.id, b.id, RANKS.source),
    ...fieldChange('Folder in the repository', a.subfolder, b.subfolder, RANKS.rest),
    ...fieldChange('Title', before.title, after.title, RANKS.words),
    ...other('Description changed', before.description, after.description, RANKS.words),
    ...fieldChange('Website', before.websiteUrl, after.websiteUrl, RANKS.words),
    ...other('Icons changed', before.icons, after.icons, RANKS.rest),
    ...fieldChange('Schema', before.$schema, after.$schema, RANKS.rest),
    ...other('The publisher’s own metadata changed', before._meta, after._meta, RANKS.rest),
  ]
}

function other(text: string, before: unknown, after: unknown, rank: number): Change[] {
  return isSame(before, after) ? [] : [{ type: 'changed', rank, text }]
}

function optionCount({ packages = [], remotes = [] }: ServerJson): number {
  return packages.length + remotes.length
}

/** The same sentence about several options is said once; where there are several, a sentence says which it is about. */
function merged(changes: readonly OptionChange[], options: number): Change[] {
  const groups = new Map<string, OptionChange[]>()
  for (const change of changes) {
    const group = groups.get(change.text)
    if (group) group.push(change)
    else groups.set(change.text, [change])
  }
  return [...groups.values()].map((group) => {
    const { type, text, option } = group[0]!
    const rank = Math.min(...group.map((change) => change.rank))
    const isAboutAll = option === undefined || group.length >= options
    const which = group.length > 1 ? `${group.length} of ${options} options` : option
    return { type, rank, text: isAboutAll ? text : `${text} for ${which}` }
  })
}
