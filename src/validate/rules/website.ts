import type { DraftServer } from '../draft.ts'
import { parseGoUrl } from '../go/url.ts'
import { semantic, type CheckedRule } from '../rule.ts'
import { show } from '../text/show.ts'

export const WEBSITE: CheckedRule<DraftServer> = {
  code: 'R248',
  title: 'websiteUrl is not an https address',
  why: 'The site and several clients show it as a link.',
  fix: 'Write the whole address, beginning with `https://`, or remove the property.',
  example: '{"websiteUrl": "example.com/docs"}',
  upstream: 'website-url-invalid-scheme',
  check({ websiteUrl }, at, report) {
    if (websiteUrl === undefined) return
    const path = [...at, 'websiteUrl']
    const fault = faultOf(websiteUrl)
    if (!fault) return
    const upstream = fault.upstream.flatMap(([message, reference]) => semantic(path, message, reference))
    report({ rule: this, path, message: `The websiteUrl ${show(websiteUrl)} ${fault.seen}.`, upstream })
  },
}

/** Official rules D09–D11. The official registry takes an empty address for none; its JSON Schema does not (C10). */
function faultOf(
  url: string,
): { seen: string; upstream: [message: string, reference: string][] } | undefined {
  if (url === '') return { seen: 'is empty', upstream: [] }
  const parsed = parseGoUrl(url)
  if (!parsed.url) {
    return {
      seen: 'is not a URL',
      upstream: [[`invalid websiteUrl: ${parsed.error}`, 'invalid-website-url']],
    }
  }
  const { scheme } = parsed.url
  if (scheme === 'https') return undefined
  const wrong: [string, string] = [`websiteUrl must use https scheme: ${url}`, 'website-url-invalid-scheme']
  if (scheme !== '') return { seen: `uses ${show(`${scheme}:`)} instead of https`, upstream: [wrong] }
  const relative = `websiteUrl must be absolute (include scheme): ${url}`
  return {
    seen: 'does not begin with `https://`',
    upstream: [[relative, 'website-url-must-be-absolute'], wrong],
  }
}
