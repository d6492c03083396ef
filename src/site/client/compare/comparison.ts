import { KIND_LABELS, kindsOf } from '../../kinds.ts'
import type { ServerJson } from '../../../model/server-json.ts'
import { isAsked, secretsOfPackage, secretsOfTransport } from '../../server/inputs.ts'
import { formatDay } from '../../text/dates.ts'
import { formatCount } from '../../text/numbers.ts'
import { hostOf, safeText } from '../../text/safe-text.ts'
import type { Published } from '../api/published.ts'
import { installLines } from './install-lines.ts'
import { licenceOf } from './licence.ts'
import { proofOf } from './proof.ts'

/** One server of a comparison. */
export interface Compared {
  name: string
  latest: Published
  /** All versions that have documents, the newest first; never empty. */
  versions: readonly Published[]
}

/** A piece of a cell: words of ours, or something to be read letter by letter. */
export interface Piece {
  text: string
  isCode?: boolean
}

export interface Row {
  label: string
  /** By server, one piece a line. Never empty. */
  cells: Piece[][]
  /** Whether the servers are not all the same in this. */
  differs: boolean
}

/** More values than these in one cell are counted. */
const MAX_VALUES = 10

/** Servers side by side, one row for each thing that people choose by. */
export function compareServers(servers: readonly Compared[]): Row[] {
  return ROWS.map(([label, read]) => {
    const cells = servers.map((server) => shortened(read(server)))
    return { label, cells, differs: new Set(cells.map((cell) => JSON.stringify(cell))).size > 1 }
  })
}

const ROWS: readonly (readonly [string, (server: Compared) => Piece[]])[] = [
  ['Kind', ({ latest }) => words(kindsOf(latest.server).map((kind) => KIND_LABELS[kind]))],
  ['Transport', ({ latest }) => codes(transports(latest.server).map(({ type }) => type))],
  ['Install', ({ latest }) => codes(installLines(latest.server))],
  ['Variables', ({ latest }) => codes(variables(latest.server))],
  ['Secrets', ({ latest }) => codes(secrets(latest.server))],
  ['Talks to', ({ latest }) => words(hosts(latest.server), 'not stated')],
  ['Licence', ({ latest }) => words(licenceOf(latest.server), 'not stated')],
  ['First version', ({ versions }) => [versionPiece(versions.at(-1)!)]],
  ['Latest version', ({ latest }) => [versionPiece(latest)]],
  ['Versions', ({ versions }) => [{ text: formatCount(versions.length) }]],
  ['Status', ({ latest }) => words([latest.status, ...movedTo(latest)])],
  ['Proof', ({ latest }) => words(proofOf(latest.own), 'nothing on record')],
]

function shortened(pieces: Piece[]): Piece[] {
  const rest = pieces.length - MAX_VALUES
  return rest > 1 ? [...pieces.slice(0, MAX_VALUES), { text: `${rest} more` }] : pieces
}

function words(texts: readonly string[], none = 'none'): Piece[] {
  const unique = [...new Set(texts.map(safeText))].filter((text) => text !== '')
  return unique.length > 0 ? unique.map((text) => ({ text })) : [{ text: none }]
}

function codes(texts: readonly string[]): Piece[] {
  const unique = [...new Set(texts.map(safeText))].filter((text) => text !== '')
  return unique.length > 0 ? unique.map((text) => ({ text, isCode: true })) : [{ text: 'none' }]
}

function transports({ packages = [], remotes = [] }: ServerJson) {
  return [...packages.map(({ transport }) => transport), ...remotes]
}

function variables({ packages = [], remotes = [] }: ServerJson): string[] {
  const named = [
    ...packages.flatMap(({ environmentVariables = [], transport }) => [
      ...environmentVariables,
      ...(transport.headers ?? []),
    ]),
    ...remotes.flatMap(({ headers = [] }) => headers),
  ]
  return named.filter(isAsked).map(({ name }) => name)
}

function secrets({ packages = [], remotes = [] }: ServerJson): string[] {
  return [...packages.flatMap(secretsOfPackage), ...remotes.flatMap(secretsOfTransport)]
}

function hosts({ remotes = [] }: ServerJson): string[] {
  return remotes.map(({ url = '' }) => (URL.canParse(url) ? hostOf(url) : url))
}

function versionPiece({ server, publishedAt }: Published): Piece {
  return { text: `${safeText(server.version)}, ${formatDay(publishedAt)}` }
}

function movedTo({ own }: Published): string[] {
  return typeof own.movedTo === 'string' ? [`moved to ${own.movedTo}`] : []
}
