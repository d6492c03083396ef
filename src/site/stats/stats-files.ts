import type { ApiFile } from '../../api/emit/api-file.ts'
import type { Catalog } from '../../catalog/catalog.ts'
import { toCsv } from './csv.ts'
import { csvPath } from './figures/figure.ts'
import { figuresOf } from './figures/figures.ts'

/** The numbers of the statistics as CSV files, one for each figure. */
export function* statsFiles({ servers, updatedAt }: Catalog): Generator<ApiFile> {
  for (const figure of figuresOf(servers)) {
    yield { path: csvPath(figure).slice(1), body: toCsv(figure.data), updatedAt }
  }
}
