import { summaryOf } from '../diff/summary.ts'
import { changesBetween } from '../diff/words.ts'
import { apiFilePath, href, serverPath, versionPath } from '../links.ts'
import { codeHtml } from '../text/code-html.ts'
import { formatDay, isoDay } from '../text/dates.ts'
import { breakable, escapeHtml } from '../text/html.ts'
import { safeText } from '../text/safe-text.ts'
import type { VersionLine } from './version-list.ts'

/**
 * Versions as the items of a list, each with what it changed. A server may have hundreds, so they are built as strings.
 *
 * @param lines in the order of the list
 * @param isHome whether the list stands on the server's own page, which is the page of its latest version
 */
export function versionRows(
  name: string,
  lines: readonly VersionLine[],
  { isHome = false }: { isHome?: boolean } = {},
): string {
  const previous = isHome ? lines.find(({ isLatest }) => isLatest)?.before : undefined
  return lines
    .map((line, index) => {
      const { version, publishedAt, status, isLatest, before } = line
      const marks =
        (isLatest ? ' <span class="mark">latest</span>' : '') +
        (status === 'active' ? '' : ` <span class="state ${status}">${status}</span>`)
      // The script of the list's own page compares versions by these.
      const data = isHome
        ? ''
        : attribute('data-version', version) + attribute('data-before', before?.version)
      const key = line === previous ? ' data-key="["' : ''
      return (
        `<li${data}><p class="version" translate="no">${titleHtml(name, line, isHome, key)}</p> ` +
        `<p class="meta"><time datetime="${isoDay(publishedAt)}">${formatDay(publishedAt)}</time>${marks}</p> ` +
        `<p class="what">${whatHtml(line, lines[index + 1])}</p>` +
        (status === 'deleted' ? '' : ` ${jsonLink(name, version)}`) +
        '</li>'
      )
    })
    .join('')
}

function attribute(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${escapeHtml(value)}"`
}

/** A version as a link to its page, unless that is this page or there is nothing to show there. */
function titleHtml(
  name: string,
  { version, status, isLatest }: VersionLine,
  isHome: boolean,
  key: string,
): string {
  const label = breakable(safeText(version))
  if (status === 'deleted' || (isLatest && isHome)) return label
  const page = isLatest ? serverPath(name) : versionPath(name, version)
  return `<a href="${escapeHtml(href(page))}"${key}>${label}</a>`
}

function jsonLink(name: string, version: string): string {
  const label = escapeHtml(`JSON of ${safeText(version)}`)
  return `<a class="raw" href="${escapeHtml(href(apiFilePath(name, version)))}" aria-label="${label}">JSON</a>`
}

/** What a version changed; since which, where that is not the one below it in the list. */
function whatHtml({ server, before }: VersionLine, below: VersionLine | undefined): string {
  if (!before) return 'First version'
  const since = below && below !== before ? `Since ${safeText(before.version)}: ` : ''
  return escapeHtml(since) + codeHtml(summaryOf(changesBetween(before.server, server)))
}
