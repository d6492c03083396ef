import type { DataTable } from '../data-table.ts'
import type { Bars } from '../table-html.ts'

/** One thing that the statistics show. */
export interface Figure {
  /** Its place on the page, and the name of its CSV file. */
  id: string
  /** What the numbers say, as a sentence. */
  finding: string
  /** What was counted, as a sentence. */
  what: string
  /** All of it. */
  data: DataTable
  /** A picture of it, with the numbers folded away below. A figure has a chart or bars. */
  chart?: string
  /** Bars in the table. */
  bars?: Bars
  /** How many rows the page has; absent for all. */
  shown?: number
}

/** Where a figure's numbers are, from the root of the site. */
export function csvPath({ id }: Pick<Figure, 'id'>): string {
  return `/stats/${id}.csv`
}
