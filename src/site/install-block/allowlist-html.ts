import type { Entry } from '../../model/entry.ts'
import { serverAllowlists } from '../allowlist/server-allowlists.ts'
import { escapeHtml } from '../text/html.ts'
import { figureHtml, pathHtml } from './steps-html.ts'

/** What an organisation writes into its clients' settings to allow this server, folded. */
export function allowlistHtml(entry: Entry): string {
  const fragments = serverAllowlists(entry)
  if (fragments.length === 0) return ''
  const figures = fragments.map(({ client, file, text }) =>
    figureHtml(`${escapeHtml(client)} ${pathHtml(file)}`, text),
  )
  return (
    '<details class="allow"><summary>Allow it in an organisation</summary>' +
    '<p>Organisations can limit clients to the servers on a list. These entries put this server on it.</p>' +
    `${figures.join('')}</details>`
  )
}
