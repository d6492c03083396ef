import { show } from '../validate/text/show.ts'
import type { SyncPlan } from './plan.ts'

/** What a run did. With `--format json` this is the document on standard output. */
export interface SyncReport extends Omit<SyncPlan, 'operations'> {
  source: string
  /** The run asked for what changed after this time; absent where it read everything. */
  since?: string
  dryRun: boolean
  /** Records that the source gave, repeated ones included. */
  records: number
  /** Files written or removed. */
  files: number
}

/** The report for people. Every string of the source is escaped: a name must not be able to write lines of its own. */
export function renderReport(report: SyncReport): string {
  const { source, since, dryRun, records, counts } = report
  const what = since ? `${records} records that changed since ${since}` : `${records || 'no new'} records`
  const lines = [
    `${dryRun ? 'Would mirror' : 'Mirrored'} ${source}: ${what}.`,
    '',
    ...table([
      ['new servers', counts.newServers],
      ['new versions', counts.newVersions],
      ['updated', counts.updated],
      ['unchanged', counts.unchanged],
      ['removed by policy', counts.removed],
      ['skipped by policy', counts.skipped],
      ['refused', report.refused.length],
      ['case twins', report.twins.length],
    ]),
    ...section(
      'Refused, because clients could not read them or the tree could not hold them',
      report.refused,
      (item) => [id(item), item.code, oneLine(item.reason)].join('  '),
    ),
    ...section('Left out, because they differ from another in letter case only', report.twins, (item) =>
      item.version === undefined
        ? `${show(item.name)} (there is ${show(item.keeps)})`
        : `${show(`${item.name}@${item.version}`)} (there is version ${show(item.keeps)})`,
    ),
    ...section("Left alone, because they are this registry's own", report.own, id),
    ...section(
      'Left alone, because they were mirrored from another source',
      report.otherSource,
      (item) => `${show(item.name)} from ${oneLine(item.source)}`,
    ),
    ...section('Kept, although the source does not list them any more', report.missing, id),
  ]
  return `${lines.join('\n')}\n`
}

function table(rows: [string, number][]): string[] {
  return rows.map(([label, value]) => `  ${label.padEnd(18)} ${value.toLocaleString('en').padStart(9)}`)
}

function section<T>(title: string, items: readonly T[], line: (item: T) => string): string[] {
  if (items.length === 0) return []
  return ['', `${title} (${items.length}):`, ...items.map((item) => `  ${line(item)}`)]
}

function id({ name, version }: { name: string; version?: string }): string {
  if (name === '') return '(no name)'
  return show(version === undefined ? name : `${name}@${version}`)
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}
