import type { PullProgress } from '../../publish/github/read-progress.ts'
import type { Station } from '../../publish/progress.ts'
import { inOneLine } from '../checks/show-judgement.ts'
import type { Mark, Terminal } from '../terminal/terminal.ts'

const GOING: Record<Station['name'], string> = {
  opened: 'opening',
  checked: 'checks are running',
  merged: 'waiting to be merged',
  built: 'merged, the registry is being built',
  live: 'waiting for the registry',
}
const MARKS: Record<Station['state'], Mark> = { done: '✓', now: '·', waiting: '·', failed: '✗', held: '!' }
const NOT_RIGHT = ['fail', 'hold', 'error']

/** Every station once it is behind, and what is going on. `shown` remembers what was told already. */
export function showProgress(progress: PullProgress, shown: Set<string>, terminal: Terminal): void {
  const { stations } = progress
  for (const { name, state, since, note } of stations) {
    const isBehind = state === 'done' || state === 'failed' || state === 'held'
    const key = `${name} ${state} ${since}`
    if (!isBehind || shown.has(key)) continue
    shown.add(key)
    if (name !== 'opened') terminal.mark(MARKS[state], name, note ?? after(stations, since))
  }
  showFindings(progress, shown, terminal)
  const now = stations.find(({ state }) => state === 'now')
  if (now) terminal.now(now.note ? `${GOING[now.name]}: ${now.note}` : GOING[now.name])
}

/** What the check has against it. `shown` remembers what was told already. */
export function showFindings({ findings }: PullProgress, shown: Set<string>, terminal: Terminal): void {
  for (const finding of findings.filter(({ status }) => NOT_RIGHT.includes(status))) {
    const key = `${finding.code} ${finding.message}`
    if (shown.has(key)) continue
    shown.add(key)
    terminal.mark(finding.status === 'fail' ? '✗' : '!', finding.code, inOneLine(finding))
  }
}

/** All stations as they are, for who only looks once. */
export function showStations({ stations }: PullProgress, terminal: Terminal): void {
  for (const { name, state, since, note } of stations) {
    terminal.mark(
      MARKS[state],
      name,
      note ?? (state === 'now' ? GOING[name] : state === 'done' ? after(stations, since) : ''),
    )
  }
}

/** `1:07 after opening` */
function after([opened]: readonly Station[], since: string | undefined): string {
  const seconds = Math.round((Date.parse(since ?? '') - Date.parse(opened?.since ?? '')) / 1000)
  if (!(seconds > 0)) return ''
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} after opening`
}
