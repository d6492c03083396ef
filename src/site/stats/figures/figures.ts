import type { CatalogServer } from '../../../catalog/catalog.ts'
import { isLiving } from '../../lists/server-row.ts'
import { countedServer } from '../numbers/counted-server.ts'
import type { Figure } from './figure.ts'
import { shareFigures } from './share-figures.ts'
import { publisherFigures, versionsFigure } from './size-figures.ts'
import { timeFigures } from './time-figures.ts'

/** All figures in the order of the page; none where no server lives. */
export function figuresOf(servers: readonly CatalogServer[]): Figure[] {
  const counted = servers.map(countedServer)
  const living = counted.filter(isLiving)
  if (living.length === 0) return []
  return [
    ...timeFigures(living),
    versionsFigure(living),
    ...shareFigures(counted),
    ...publisherFigures(living),
  ]
}
