/** A start tag of a built page. */
export interface Tag {
  /** In lower case for HTML; as written in XML. */
  name: string
  /** Values are unescaped. */
  attributes: Readonly<Record<string, string>>
  /** What stands inside of an element that holds text only, such as `script` or `title`. */
  text?: string
}

const TAG = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<([a-zA-Z][^\s/>]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>/g
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g
/** Elements whose content is text, whatever it looks like. */
const TEXT_ONLY = new Set(['script', 'style', 'title', 'textarea', 'iframe', 'noembed', 'noframes', 'xmp'])

/**
 * The start tags of a page in their order. Made for what a build of ours writes, which `html-validate` holds to the
 * standard, and quick enough for 45,000 pages; a test compares it with a browser's parser.
 */
export function* tagsOf(html: string): Generator<Tag> {
  let at = 0
  for (;;) {
    TAG.lastIndex = at
    const match = TAG.exec(html)
    if (!match) return
    at = TAG.lastIndex
    if (match[1] === undefined) continue
    const name = match[1].toLowerCase()
    const attributes = attributesOf(match[2]!)
    if (!TEXT_ONLY.has(name)) {
      yield { name, attributes }
      continue
    }
    const text = textUntil(`</${name}`, html, at)
    at += text.length
    yield { name, attributes, text }
  }
}

function textUntil(end: string, html: string, from: number): string {
  let at = html.indexOf('<', from)
  while (at >= 0 && html.slice(at, at + end.length).toLowerCase() !== end) at = html.indexOf('<', at + 1)
  return html.slice(from, at < 0 ? undefined : at)
}

function attributesOf(source: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name, double, single, bare] of source.matchAll(ATTRIBUTE)) {
    const key = name!.toLowerCase()
    // The first one counts, as in browsers.
    if (!Object.hasOwn(attributes, key)) attributes[key] = unescapeHtml(double ?? single ?? bare ?? '')
  }
  return attributes
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** Undoes the escapes that our own pages and XML files use: numbers, and the handful of names. */
export function unescapeHtml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (escape, hex, decimal, name) => {
    if (name) return NAMED[name] ?? escape
    return String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal))
  })
}
