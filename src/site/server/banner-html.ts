import { serverPath } from '../paths.ts'
import { escapeHtml, nameHtml } from '../text/html.ts'
import { hostOf } from '../text/safe-text.ts'
import type { Banner } from './banner.ts'

/**
 * A banner as HTML, the state first.
 *
 * @param base the path that the site is served at, with a `/` at both ends
 */
export function bannerHtml(banner: Banner, base: string): string {
  const { tone, state, circumstances, reason, message, caseUrl, movedTo } = banner
  const first = `<strong>${state}</strong> ${escapeHtml(reason ? `${circumstances}: ${reason}.` : `${circumstances}.`)}`
  const next = movedTo && escapeHtml(base + serverPath(movedTo).slice(1))
  return (
    `<div class="banner ${tone}" role="note"><p>${first}</p>` +
    message.map((line) => `<p dir="auto">${escapeHtml(line)}</p>`).join('') +
    (movedTo
      ? `<p>Use <a class="name" translate="no" href="${next}">${nameHtml(movedTo)}</a> instead.</p>`
      : '') +
    (caseUrl
      ? `<p>The case is public: <a href="${escapeHtml(caseUrl)}" rel="nofollow ugc noopener">${escapeHtml(hostOf(caseUrl))}</a></p>`
      : '') +
    '</div>'
  )
}
