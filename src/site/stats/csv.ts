import { isoDay } from '../text/dates.ts'
import type { Cell, Column, DataTable } from './data-table.ts'

/** A table as CSV (RFC 4180): days as `2026-11-02`, shares with four places. */
export function toCsv({ columns, rows }: DataTable): string {
  const lines = [columns.map(({ key }) => key), ...rows.map((row) => columns.map(valueOf(row)))]
  return lines.map((fields) => `${fields.map(csvField).join(',')}\r\n`).join('')
}

function valueOf(row: readonly Cell[]): (column: Column, index: number) => Cell {
  return ({ type }, index) => {
    const cell = row[index]!
    if (typeof cell === 'string') return cell
    return type === 'day' ? isoDay(cell) : type === 'share' ? Number(cell.toFixed(4)) : cell
  }
}

/**
 * A field, quoted where it must be. Text that a spreadsheet would take for a formula gets an apostrophe in front, which
 * makes it text there.
 */
export function csvField(field: string | number): string {
  if (typeof field === 'number') return `${field}`
  const text = /^[=+\-@\t\r\n]/.test(field) ? `'${field}` : field
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
