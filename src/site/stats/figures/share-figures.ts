import { KIND_LABELS, KINDS } from '../../kinds.ts'
import { isLiving } from '../../lists/server-row.ts'
import { SETUP_LABELS, SETUPS } from '../../server/inputs.ts'
import type { CountedServer } from '../numbers/counted-server.ts'
import { countBy, orNone, type Count } from '../numbers/counts.ts'
import { TRANSPORT_LABELS, TRANSPORTS } from '../numbers/transports.ts'
import { KIND_SAYS, mostOf, SETUP_SAYS, STATUS_SAYS, TRANSPORT_SAYS, type Says } from '../words/findings.ts'
import type { Figure } from './figure.ts'

const STATUSES = ['active', 'deprecated', 'deleted'] as const

const LATEST = 'Living servers, by their latest version. One that can be had in several ways counts for each.'

/** What share of servers is of each kind, transport, setup and status. Needs at least one living server. */
export function shareFigures(servers: readonly CountedServer[]): Figure[] {
  const living = servers.filter(isLiving)
  const kinds = labelled(KINDS, KIND_LABELS, 'neither package nor address')
  const transports = labelled(TRANSPORTS, TRANSPORT_LABELS, 'none')
  const setups = labelled(SETUPS, SETUP_LABELS, 'nothing to set up')
  const statuses = STATUSES.map((status) => [status, status] as const)
  return [
    shareFigure(
      { id: 'kinds', column: 'Kind', what: LATEST },
      countBy(living, ({ kinds }) => orNone(kinds), kinds),
      living.length,
      KIND_SAYS,
    ),
    shareFigure(
      { id: 'transports', column: 'Transport', what: LATEST },
      countBy(living, ({ transports }) => orNone(transports), transports),
      living.length,
      TRANSPORT_SAYS,
    ),
    shareFigure(
      { id: 'setups', column: 'Setup', what: LATEST },
      countBy(living, ({ setups }) => orNone(setups), setups),
      living.length,
      SETUP_SAYS,
    ),
    shareFigure(
      { id: 'statuses', column: 'Status', what: 'All servers, deleted ones too, by their latest version.' },
      countBy(servers, ({ status }) => [status], statuses),
      servers.length,
      STATUS_SAYS,
    ),
  ]
}

/** Keys with their labels, and a label for servers that have none of them. */
function labelled<Key extends string>(
  keys: readonly Key[],
  labels: Readonly<Record<Key, string>>,
  none: string,
): [Key | 'none', string][] {
  return [...keys.map((key): [Key, string] => [key, labels[key]]), ['none', none]]
}

function shareFigure<Key extends string>(
  { id, column, what }: { id: string; column: string; what: string },
  counts: readonly Count<Key>[],
  total: number,
  says: Readonly<Record<Key, Says>>,
): Figure {
  return {
    id,
    finding: mostOf(counts, total, says),
    what,
    data: {
      columns: [
        { key: column.toLowerCase(), label: column, type: 'text' },
        { key: 'servers', label: 'Servers', type: 'count' },
        { key: 'share', label: 'Share', type: 'share' },
      ],
      rows: counts.map(({ label, count }) => [label, count, count / total]),
    },
    bars: { lengths: counts.map(({ count }) => count / total), classes: counts.map(({ key }) => key) },
  }
}
