import type { ReadFinding } from '../../../../publish/verdict-text.ts'
import type { Station } from '../../../../publish/progress.ts'
import { docsOf } from '../../../../verify/docs-address.ts'
import { safeText } from '../../../text/safe-text.ts'
import { element } from '../elements.ts'
import { marked } from '../findings/list.ts'

const NAMES: Readonly<Record<Station['name'], string>> = {
  opened: 'Opened',
  checked: 'Checked',
  merged: 'Merged',
  built: 'Built',
  live: 'Live',
}
const SIGNS: Readonly<Record<Station['state'], string>> = {
  done: '✓',
  now: '…',
  waiting: '·',
  failed: '✗',
  held: '!',
}
const STATES: Readonly<Record<Station['state'], string>> = {
  done: 'done',
  now: 'under way',
  waiting: 'not yet',
  failed: 'failed',
  held: 'waits for a person',
}

/** The stations as items of a list. */
export function stationItems(stations: readonly Station[]): HTMLElement[] {
  return stations.map(({ name, state, since, note }) =>
    element(
      'li',
      { class: state, 'aria-current': state === 'now' ? 'step' : undefined },
      element('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[state]),
      element('span', {}, element('b', {}, NAMES[name]), state === 'done' ? '' : ` · ${STATES[state]}`),
      since && state !== 'now' ? element('time', { datetime: since }, clock(since)) : element('span'),
      note ? element('p', { class: 'note' }, note) : undefined,
    ),
  )
}

/** Where it stands, as one sentence. */
export function standing(stations: readonly Station[]): string {
  const at = stations.find(({ state }) => state !== 'done')
  if (!at) return 'It is live.'
  return `${NAMES[at.name]}: ${STATES[at.state]}${at.note ? `, ${at.note}` : ''}.`
}

/** What the check found that is not a pass, as items of a list. */
export function verdictItems(findings: readonly ReadFinding[], site: string): HTMLElement[] {
  return findings
    .filter(({ status, code }) => status !== 'pass' && /^[RW]\d{1,4}$/.test(code))
    .map(({ code, status, message, fix, path, line }) => {
      const isError = status === 'fail'
      return element(
        'li',
        { class: isError ? 'error' : 'warning' },
        element(
          'p',
          {},
          element('b', {}, isError ? '✗ Fix ' : `! ${status === 'hold' ? 'Waits' : 'Not checked'} `),
          element('a', { href: docsOf(code, site), class: 'mono' }, code),
          path ? ` ${safeText(path)}${line ? `:${line}` : ''}` : '',
        ),
        element('p', {}, ...marked(safeText(message))),
        fix ? element('p', { class: 'fix' }, ...marked(safeText(fix))) : undefined,
      )
    })
}

/** A time in the reader's own zone. */
export function clock(time: string | number): string {
  return new Date(time).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' })
}
