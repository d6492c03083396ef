/** How long the periods are that publications are counted by. */
export type Step = 'day' | 'week' | 'month' | 'year'

/** In microseconds; the end is the next period's start. */
export interface Period {
  start: number
  end: number
}

const DAY = 86_400_000_000
const WEEK = 7 * DAY

/** The first Monday since 1970. */
const MONDAY = 4 * DAY

/** So many bars at most, or they get too thin to see. */
const MOST = { day: 45 * DAY, week: 104 * WEEK, month: 20 * 366 * DAY }

/** The step that shows the time from `first` to `last` in some dozens of periods. */
export function stepOf(first: number, last: number): Step {
  const span = last - first
  return span <= MOST.day ? 'day' : span <= MOST.week ? 'week' : span <= MOST.month ? 'month' : 'year'
}

/** All periods from that of `first` to that of `last`, without a gap. Days are UTC's; weeks begin on Monday. */
export function periodsBetween(first: number, last: number, step: Step): Period[] {
  const periods: Period[] = []
  for (let start = startOf(first, step); start <= last;) {
    const end = startAfter(start, step)
    periods.push({ start, end })
    start = end
  }
  return periods
}

function startOf(time: number, step: Step): number {
  if (step === 'day') return Math.floor(time / DAY) * DAY
  if (step === 'week') return Math.floor((time - MONDAY) / WEEK) * WEEK + MONDAY
  const date = new Date(time / 1000)
  return Date.UTC(date.getUTCFullYear(), step === 'month' ? date.getUTCMonth() : 0) * 1000
}

function startAfter(start: number, step: Step): number {
  if (step === 'day') return start + DAY
  if (step === 'week') return start + WEEK
  const date = new Date(start / 1000)
  return step === 'month'
    ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1) * 1000
    : Date.UTC(date.getUTCFullYear() + 1, 0) * 1000
}
