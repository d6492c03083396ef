/** The numbers of a figure: the table on the page and the CSV file are both made from this. */
export interface DataTable {
  columns: readonly Column[]
  /** Each as long as the columns. */
  rows: readonly (readonly Cell[])[]
}

export interface Column {
  /** In the CSV file. */
  key: string
  /** On the page. */
  label: string
  /** A day is in microseconds, a share between 0 and 1; publishers are linked. */
  type: 'text' | 'publisher' | 'count' | 'day' | 'share'
}

export type Cell = string | number
