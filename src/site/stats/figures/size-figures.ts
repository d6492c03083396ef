import { formatCount } from '../../text/numbers.ts'
import { histogram } from '../charts/histogram.ts'
import type { CountedServer } from '../numbers/counted-server.ts'
import { sizeClasses } from '../numbers/counts.ts'
import { publishersOf } from '../numbers/publishers.ts'
import { mostHave, topFinding } from '../words/findings.ts'
import { SERVERS, type Noun } from '../words/share-words.ts'
import type { Figure } from './figure.ts'

const PUBLISHERS: Noun = { one: 'publisher', many: 'publishers' }
const VERSIONS: Noun = { one: 'version', many: 'versions' }

/** How many publishers the page names. */
const TOP = 20

/** How many versions the servers have. Needs at least one living server. */
export function versionsFigure(living: readonly CountedServer[]): Figure {
  return sizeFigure(
    'versions',
    'Living servers, by their versions that are not deleted.',
    living.map(({ versions }) => versions.length),
    SERVERS,
    VERSIONS,
  )
}

/** How many servers the publishers have, and who has the most. Needs at least one living server. */
export function publisherFigures(living: readonly CountedServer[]): Figure[] {
  const publishers = publishersOf(living)
  const most = publishers[0]!.servers
  return [
    sizeFigure(
      'publisher-sizes',
      'Publishers that have a living server. A publisher is a namespace.',
      publishers.map(({ servers }) => servers),
      PUBLISHERS,
      SERVERS,
    ),
    {
      id: 'publishers',
      finding: topFinding(publishers, TOP, living.length),
      what: 'Living servers, by namespace. The CSV file has all publishers.',
      data: {
        columns: [
          { key: 'publisher', label: 'Publisher', type: 'publisher' },
          { key: 'servers', label: 'Servers', type: 'count' },
        ],
        rows: publishers.map(({ namespace, servers }) => [namespace, servers]),
      },
      bars: { lengths: publishers.map(({ servers }) => servers / most) },
      shown: TOP,
    },
  ]
}

function sizeFigure(id: string, what: string, sizes: readonly number[], who: Noun, things: Noun): Figure {
  const classes = sizeClasses(sizes)
  const finding = mostHave(classes, sizes.length, who, things)
  const title = `${capitalised(who.many)} by number of ${things.many}`
  const description = classes.map(({ label, count }) => `${label}: ${formatCount(count)}.`).join(' ')
  return {
    id,
    finding,
    what,
    data: {
      columns: [
        { key: things.many, label: capitalised(things.many), type: 'text' },
        { key: who.many, label: capitalised(who.many), type: 'count' },
        { key: 'share', label: 'Share', type: 'share' },
      ],
      rows: classes.map(({ label, count }) => [label, count, count / sizes.length]),
    },
    chart: histogram({ id: `${id}-chart`, title, description }, classes),
  }
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
