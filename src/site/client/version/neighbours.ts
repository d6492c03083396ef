import { compareVersions } from '../../../model/version.ts'
import { versionPath } from '../../paths.ts'
import { breakable, escapeHtml } from '../../text/html.ts'
import { safeText } from '../../text/safe-text.ts'
import type { Published } from '../api/published.ts'

/**
 * Links to the version below and the one above, by number; the keys `[` and `]` follow them.
 *
 * @param base the path that the site is served at, with a `/` at both ends
 */
export function neighboursHtml(version: string, all: readonly Published[], base: string): string {
  const sorted = all
    .map(({ server, publishedAt }) => ({ name: server.name, version: server.version, publishedAt }))
    .sort(compareVersions)
  const here = sorted.findIndex((other) => other.version === version)
  if (here < 0) return ''
  const link = (place: number, key: string, label: (text: string) => string): string => {
    const other = sorted[place]
    if (!other) return ''
    const address = escapeHtml(base + versionPath(other.name, other.version).slice(1))
    return `<a href="${address}" data-key="${key}">${label(breakable(safeText(other.version)))}</a>`
  }
  return link(here - 1, '[', (text) => `← ${text}`) + link(here + 1, ']', (text) => `${text} →`)
}
