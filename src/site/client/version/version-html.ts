import type { ServerJson } from '../../../model/server-json.ts'
import { namespaceOf } from '../../../model/server-name.ts'
import { kindsOf } from '../../kinds.ts'
import { apiPath, serverPath, versionsPath } from '../../paths.ts'
import { bannerHtml } from '../../server/banner-html.ts'
import { bannerOf } from '../../server/banner.ts'
import { factsOf } from '../../server/facts.ts'
import { jsonHtml } from '../../server/json-html.ts'
import { sigil } from '../../sigil.ts'
import { formatDay, isoDay } from '../../text/dates.ts'
import { breakable, escapeHtml } from '../../text/html.ts'
import { safeText } from '../../text/safe-text.ts'
import type { Published } from '../api/published.ts'
import { asEntry } from './as-entry.ts'

/**
 * A version as the content of its page: what it is, what came after it, and its document.
 *
 * @param latest the latest version's number, where it could be read
 * @param base the path that the site is served at, with a `/` at both ends
 */
export function versionHtml(published: Published, latest: string | undefined, base: string): string {
  const { server, status, publishedAt, isLatest } = published
  const { name, version } = server
  const kinds = kindsOf(server)
  const at = (path: string): string => escapeHtml(base + path.slice(1))
  const banner = bannerOf(asEntry(published))
  const isDeleted = status === 'deleted'
  return (
    '<header class="page-head">' +
    `<nav class="over" aria-label="Place"><a href="${at(serverPath(name))}" translate="no">${breakable(name)}</a>` +
    (isLatest ? '' : ` <span aria-hidden="true">/</span> <a href="${at(versionsPath(name))}">Versions</a>`) +
    '</nav>' +
    `<div class="title-line">${sigil(name, kinds[0] ?? 'other')}<h1 class="mono" translate="no">` +
    `<span class="ns">${breakable(`${namespaceOf(name)}/`)}</span> <b>${breakable(name.slice(name.indexOf('/') + 1))}</b></h1>` +
    `<p class="meta"><span class="version">${breakable(safeText(version))}</span> ` +
    `<time datetime="${isoDay(publishedAt)}">${formatDay(publishedAt)}</time></p></div>` +
    (server.title ? `<p class="title" dir="auto">${escapeHtml(safeText(server.title))}</p>` : '') +
    `<p class="lead" dir="auto">${escapeHtml(safeText(server.description))}</p></header>` +
    placeHtml(published, latest, at) +
    (banner ? bannerHtml(banner, base) : '') +
    (isDeleted ? '' : `<ul class="facts">${factsOf(server).map(item).join('')}</ul>`) +
    (isDeleted ? '' : '<div class="install-place"></div>') +
    // Where a deleted version was found, it is served to those who ask for it.
    jsonSection(server, at(`${apiPath(name, version)}${isDeleted ? '?include_deleted=true' : ''}`))
  )
}

/** Where the version stands among the others, and the way on. */
function placeHtml(
  { server, isLatest }: Published,
  latest: string | undefined,
  at: (path: string) => string,
): string {
  const { name, version } = server
  const here = `This is <b class="version">${breakable(safeText(version))}</b>`
  if (isLatest)
    return `<p class="place">${here}, the latest version. <a href="${at(serverPath(name))}">Its page →</a></p>`
  if (latest === undefined)
    return `<p class="place">${here}. <a href="${at(versionsPath(name))}">All versions →</a></p>`
  const label = breakable(safeText(latest))
  const diff = at(versionsPath(name, { from: version, to: latest }))
  return (
    `<p class="place">${here}. The latest is <a class="version" href="${at(serverPath(name))}">${label} →</a> ` +
    `<a href="${diff}" data-key="d">What changed since</a></p>`
  )
}

function jsonSection(server: ServerJson, address: string): string {
  const { html, isCut } = jsonHtml(server)
  return (
    '<section><div class="section-head"><h2 id="json">server.json</h2>' +
    `<a href="${address}" data-key="j">Open in the API</a></div>` +
    `<pre class="json" tabindex="0" role="region" aria-labelledby="json" translate="no"${isCut ? ' data-cut' : ''}>` +
    `<code>${html}</code></pre>` +
    (isCut ? `<p class="meta">The beginning of a long file. <a href="${address}">All of it</a></p>` : '') +
    '</section>'
  )
}

function item(text: string): string {
  return `<li>${escapeHtml(text)}</li>`
}
