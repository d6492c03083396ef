import type { DraftIcon } from '../draft.ts'
import { parseGoUrl } from '../go/url.ts'
import { semantic, type CheckedRule } from '../rule.ts'
import { show } from '../text/show.ts'

export const ICON_SOURCE: CheckedRule<DraftIcon> = {
  code: 'R250',
  title: 'The src of an icon is not an https address',
  why: 'Clients load icons from there; anything but https would be refused or would leak what people look at.',
  fix: 'Write the whole address of the image, beginning with `https://`, in at most 255 characters.',
  example: '{"icons": [{"src": "/icon.png"}]}',
  upstream: 'icon-src-invalid-scheme',
  check({ src = '' }, at, report) {
    const path = [...at, 'src']
    const fault = faultOf(src)
    if (!fault) return
    const upstream = fault.upstream.flatMap(([message, reference]) => semantic(path, message, reference))
    report({ rule: this, path, message: `The icon's src ${show(src)} ${fault.seen}.`, upstream })
  },
}

/** Official rule D13. */
function faultOf(
  src: string,
): { seen: string; upstream: [message: string, reference: string][] } | undefined {
  const parsed = parseGoUrl(src)
  if (!parsed.url) {
    const upstream = `invalid icon src URL: ${parsed.error}`
    return { seen: 'is not a URL', upstream: [[upstream, 'icon-src-invalid-url']] }
  }
  const { scheme } = parsed.url
  if (scheme === 'https') return undefined
  const wrong: [string, string] = [
    `icon src must use https scheme (got ${scheme}): ${src}`,
    'icon-src-invalid-scheme',
  ]
  if (scheme !== '') return { seen: `uses ${show(`${scheme}:`)} instead of https`, upstream: [wrong] }
  const relative = `icon src must be an absolute URL (include scheme): ${src}`
  return { seen: 'does not begin with `https://`', upstream: [[relative, 'icon-src-not-absolute'], wrong] }
}

/** Asked for by the JSON Schema only (C09). */
export const ICON_SIZES: CheckedRule<DraftIcon> = {
  code: 'R251',
  title: 'A size of an icon is neither WxH nor any',
  why: 'Clients choose among icons by these sizes.',
  fix: 'Write sizes like `48x48`, or `any` for a vector image.',
  example: '{"icons": [{"src": "https://example.com/icon.png", "sizes": ["large"]}]}',
  mirrored: 'warning',
  check({ sizes }, at, report) {
    sizes?.forEach((size, index) => {
      if (size === undefined || /^([0-9]+x[0-9]+|any)$/.test(size)) return
      const message = `The size ${show(size)} is neither width and height nor \`any\`.`
      report({ rule: this, path: [...at, 'sizes', index], message })
    })
  },
}
