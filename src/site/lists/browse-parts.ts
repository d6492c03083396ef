import { SETUPS, SETUP_LABELS, SETUP_SENTENCES } from '../server/inputs.ts'
import { KINDS, KIND_LABELS, KIND_SENTENCES } from '../kinds.ts'
import { alphabetical, byAge } from './row-lists.ts'
import { isLiving, type ServerRow } from './server-row.ts'

export const PER_PAGE = 100

/** Who looks further back than this knows what they look for. */
const NEWEST = 1000

/** A list that can be paged through: all servers, those of one kind or setup, the newest, or the deleted ones. */
export interface BrowsePart {
  /** The part's place in the path; absent for all servers. */
  key?: string
  /** Parts of one group stand together. */
  group: 'all' | 'kind' | 'setup'
  label: string
  title: string
  sentence: string
  order: 'name' | 'newest'
  rows: ServerRow[]
  letters: LetterPage[]
}

/** Where the servers begin whose names begin with a letter. */
interface LetterPage {
  letter: string
  page: number
}

type Part = Omit<BrowsePart, 'letters'>

/** The lists that together reach every server without a script. Kinds that nobody offers have none. */
export function browseParts(rows: readonly ServerRow[]): BrowsePart[] {
  const sorted = alphabetical(rows)
  const living = sorted.filter(isLiving)
  const all: Part = {
    group: 'all',
    label: 'A–Z',
    title: 'All servers',
    sentence: 'Every server of the registry.',
    order: 'name',
    rows: living,
  }
  const newest: Part = {
    key: 'newest',
    group: 'all',
    label: 'newest',
    title: 'Newest servers',
    sentence: `By the day of their first version. The list ends after ${NEWEST.toLocaleString('en')}.`,
    order: 'newest',
    rows: byAge(living).slice(0, NEWEST),
  }
  const kinds = KINDS.map((kind): Part => ({
    key: kind,
    group: 'kind',
    label: KIND_LABELS[kind],
    title: `Servers: ${KIND_LABELS[kind]}`,
    sentence: KIND_SENTENCES[kind],
    order: 'name',
    rows: living.filter(({ kinds }) => kinds.includes(kind)),
  }))
  const setups = SETUPS.map((setup): Part => ({
    key: setup,
    group: 'setup',
    label: SETUP_LABELS[setup],
    title: `Servers: ${SETUP_LABELS[setup]}`,
    sentence: SETUP_SENTENCES[setup],
    order: 'name',
    rows: living.filter(({ setups }) => setups.includes(setup)),
  }))
  const deleted: Part = {
    key: 'deleted',
    group: 'all',
    label: 'deleted',
    title: 'Deleted servers',
    sentence: 'Kept so that those who use them can see what happened.',
    order: 'name',
    rows: sorted.filter((row) => !isLiving(row)),
  }
  const parts = [all, ...[newest, deleted, ...kinds, ...setups].filter(({ rows }) => rows.length > 0)]
  return parts.map((part) => ({ ...part, letters: part.order === 'name' ? letterPages(part.rows) : [] }))
}

/** Where each first letter of a list by name begins: the pages that an index of letters leads to. */
function letterPages(rows: readonly ServerRow[]): LetterPage[] {
  const pages = new Map<string, number>()
  rows.forEach(({ name }, index) => {
    const letter = name.charAt(name.indexOf('/') + 1).toUpperCase()
    if (!pages.has(letter)) pages.set(letter, Math.floor(index / PER_PAGE) + 1)
  })
  return [...pages].map(([letter, page]) => ({ letter, page }))
}
