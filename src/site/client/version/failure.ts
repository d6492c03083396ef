import { parseServerName } from '../../../model/server-name.ts'
import { apiPath, serverPath } from '../../paths.ts'
import { escapeHtml } from '../../text/html.ts'
import { safeText } from '../../text/safe-text.ts'

/** Why a version cannot be shown. The name and the version come from the address and may be anything. */
export type Failure =
  | { type: 'nameless'; name: string }
  | { type: 'missing'; name: string; version: string }
  | { type: 'failed'; why: string; name: string; version: string }

/** What is wrong, in a sentence. */
export function failure(failure: Failure): string {
  if (failure.type === 'nameless') return 'This address does not name a server and a version.'
  const what = `${shown(failure.version)} of ${shown(failure.name)}`
  if (failure.type === 'failed') return `${what} could not be read. ${failure.why}`
  return `There is no document about ${what} here. It is deleted, or it never was.`
}

/**
 * What to do then, as the items of a list.
 *
 * @param base the path that the site is served at, with a `/` at both ends
 */
export function waysOut(failure: Failure, base: string): string {
  const { name } = failure
  const link = (path: string, text: string): string =>
    `<li><a href="${escapeHtml(base + path.slice(1))}">${escapeHtml(text)}</a></li>`
  return [
    ...(failure.type === 'failed'
      ? [
          '<li><button class="button" type="button">Try again</button></li>',
          link(apiPath(name, failure.version), 'The document itself'),
        ]
      : []),
    ...(parseServerName(name) ? [link(serverPath(name), `The page of ${name}`)] : []),
    link(`/search/${name ? `?q=${encodeURIComponent(name)}` : ''}`, 'Search'),
    link('/browse/', 'All servers from A to Z'),
  ].join('')
}

function shown(text: string): string {
  return safeText(text).slice(0, 100)
}
