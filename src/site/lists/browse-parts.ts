import { KINDS, KIND_LABELS, KIND_SENTENCES } from '../kinds.ts'
import { alphabetical } from './row-lists.ts'
import { isLiving, type ServerRow } from './server-row.ts'

export const PER_PAGE = 100

/** A list that can be paged through: all servers, those of one kind, or the deleted ones. */
export interface BrowsePart {
  /** The part's place in the path; absent for all servers. */
  key?: string
  label: string
  title: string
  sentence: string
  rows: ServerRow[]
}

/** The lists that together reach every server without a script. Kinds that nobody offers have none. */
export function browseParts(rows: readonly ServerRow[]): BrowsePart[] {
  const sorted = alphabetical(rows)
  const living = sorted.filter(isLiving)
  const all = { label: 'All', title: 'All servers', sentence: 'Every server of the registry.', rows: living }
  const kinds = KINDS.map((kind) => ({
    key: kind,
    label: KIND_LABELS[kind],
    title: `Servers: ${KIND_LABELS[kind]}`,
    sentence: KIND_SENTENCES[kind],
    rows: living.filter(({ kinds }) => kinds.includes(kind)),
  }))
  const deleted = {
    key: 'deleted',
    label: 'deleted',
    title: 'Deleted servers',
    sentence: 'Kept so that those who use them can see what happened.',
    rows: sorted.filter((row) => !isLiving(row)),
  }
  return [all, ...[...kinds, deleted].filter(({ rows }) => rows.length > 0)]
}
