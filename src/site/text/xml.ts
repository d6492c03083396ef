import { escapeHtml } from './html.ts'
import { safeText } from './safe-text.ts'

/** Text as XML content or as an attribute's value, without what XML 1.0 has no place for even when escaped. */
export function escapeXml(text: string): string {
  return escapeHtml(safeText(text).replace(/[\ufffe\uffff]/g, ''))
}

/** `<name attributes>content</name>`; an element without content where `content` is `undefined`. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content?: string,
): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
  return `<${name}${pairs.join('')}${content === undefined ? '/>' : `>${content}</${name}>`}`
}

export const XML_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
