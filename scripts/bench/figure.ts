/** One line of the table. */
export interface Figure {
  what: string
  measured: string
  /** What it is compared with, and that value. */
  against?: string
  ratio?: string
  target?: string
  /** Whether the target is met; absent for information. */
  met?: boolean
}

/** Something that is measured, by the name that `--only` knows it by. */
export interface Row {
  id: string
  measure(ground: Ground): Promise<Figure[]>
}

/** What all rows stand on. */
export interface Ground {
  /** The registry that is measured: a Git clone of its own, whose settings may be changed. */
  registry: string
  /** A folder for anything; removed at the end. */
  scratch: string
  /** How often everything is repeated; medians are told. */
  rounds: number
  log(line: string): void
}

/** A row that cannot be measured, with the reason. */
export function skipped(what: string, reason: string): Figure {
  return { what, measured: `skipped: ${reason}` }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 2 : 1)} s`
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`
}

export function times(ratio: number): string {
  return `${ratio.toFixed(2)} ×`
}
