import { KIND_LABELS, KINDS } from '../kinds.ts'
import { SETUP_LABELS, SETUPS } from '../server/inputs.ts'

/** What results can be narrowed by. */
export const FACET_NAMES = ['type', 'setup', 'trust', 'status'] as const

export type FacetName = (typeof FACET_NAMES)[number]

export interface Facet {
  title: string
  /** What people read, by value. */
  labels: Readonly<Record<string, string>>
  values: readonly string[]
  /** The value of servers that are in no list: an index of exceptions is small. */
  rule?: string
}

export const FACETS: Readonly<Record<FacetName, Facet>> = {
  type: { title: 'Kind', values: KINDS, labels: KIND_LABELS },
  setup: { title: 'Setup', values: SETUPS, labels: SETUP_LABELS },
  trust: {
    title: 'Owner',
    values: ['proved', 'mirrored', 'unproven'],
    labels: { proved: 'owner proved', mirrored: 'mirrored', unproven: 'no owner on record' },
    rule: 'proved',
  },
  status: {
    title: 'Status',
    values: ['active', 'deprecated'],
    labels: { active: 'active', deprecated: 'deprecated' },
    rule: 'active',
  },
}
