import { formatDay } from '../../text/dates.ts'
import { formatCount } from '../../text/numbers.ts'
import { columnChart } from '../charts/column-chart.ts'
import { growthChart } from '../charts/growth-chart.ts'
import type { Cell, Column, DataTable } from '../data-table.ts'
import type { CountedServer } from '../numbers/counted-server.ts'
import { growthOf, halfOfGrowth, type Growth, type GrowthPeriod } from '../numbers/growth.ts'
import { busiestFinding, growthFinding, versionsFinding } from '../words/findings.ts'
import type { Figure } from './figure.ts'

/** How servers and versions grew, and what each period brought. Needs at least one living server. */
export function timeFigures(living: readonly CountedServer[]): Figure[] {
  const growth = growthOf(living)
  const { step, periods } = growth
  return [
    {
      id: 'growth',
      finding: growthFinding(periods, halfOfGrowth(living)),
      what: 'Living servers, by the day of their first version.',
      data: table(growth, [NEW_SERVERS, SERVERS]),
      ...curve(growth, SERVERS, 'growth-chart'),
    },
    {
      id: 'version-growth',
      finding: versionsFinding(periods),
      what: 'Versions of living servers that are not deleted, by the day of their publication.',
      data: table(growth, [NEW_VERSIONS, VERSIONS]),
      ...curve(growth, VERSIONS, 'version-growth-chart'),
    },
    {
      id: 'publications',
      finding: busiestFinding(periods, step),
      what: `Versions of living servers that are not deleted, by the ${step} of their publication.`,
      data: table(growth, [NEW_VERSIONS]),
      ...columns(growth, NEW_VERSIONS, 'publications-chart'),
    },
  ]
}

/** A column of the tables, and what a chart of it is called. */
interface Measure extends Column {
  of(period: GrowthPeriod): number
}

const SERVERS: Measure = { key: 'servers', label: 'Servers', type: 'count', of: ({ servers }) => servers }
const VERSIONS: Measure = {
  key: 'versions',
  label: 'Versions',
  type: 'count',
  of: ({ versions }) => versions,
}
const NEW_SERVERS: Measure = {
  key: 'new_servers',
  label: 'New servers',
  type: 'count',
  of: ({ newServers }) => newServers,
}
const NEW_VERSIONS: Measure = {
  key: 'new_versions',
  label: 'New versions',
  type: 'count',
  of: ({ newVersions }) => newVersions,
}

function table({ step, periods }: Growth, measures: readonly Measure[]): DataTable {
  const label = { day: 'Day', week: 'Week from', month: 'Month from', year: 'Year from' }[step]
  return {
    columns: [{ key: step, label, type: 'day' }, ...measures],
    rows: periods.map((period): Cell[] => [period.start, ...measures.map((measure) => measure.of(period))]),
  }
}

/** One period has no curve and no rhythm: its table says it all. */
function curve({ periods }: Growth, measure: Measure, id: string): Pick<Figure, 'chart'> {
  if (periods.length < 2) return {}
  const totals = periods.map((period) => measure.of(period))
  const title = `${measure.label} over time`
  const description = `From 0 on ${formatDay(periods[0]!.start)} to ${formatCount(totals.at(-1)!)}.`
  return { chart: growthChart({ id, title, description }, periods, totals) }
}

function columns({ step, periods }: Growth, measure: Measure, id: string): Pick<Figure, 'chart'> {
  if (periods.length < 2) return {}
  const counts = periods.map((period) => measure.of(period))
  const title = `${measure.label} by ${step}`
  const description = `${formatCount(periods.length)} columns from ${formatDay(periods[0]!.start)}. The highest is ${formatCount(Math.max(...counts))}.`
  return { chart: columnChart({ id, title, description }, periods, counts) }
}
