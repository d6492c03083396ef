import { markdownToHast, type HastNode } from 'satteri'

/** What Markdown makes of a text. */
export interface MarkdownSkeleton {
  /** Headings with their text. */
  headings: string[]
  links: string[]
  /** All other elements that are there at least once. */
  tags: Set<string>
  /** Raw HTML. */
  html: string[]
  /** The text outside of code. */
  prose: string
}

export function markdownSkeleton(markdown: string): MarkdownSkeleton {
  const seen: MarkdownSkeleton = { headings: [], links: [], tags: new Set(), html: [], prose: '' }
  visit(markdownToHast(markdown) as HastNode)
  return seen

  function visit(node: HastNode): void {
    if (node.type === 'raw') seen.html.push(node.value)
    if (node.type === 'text') seen.prose += node.value
    if (node.type === 'element') {
      const { tagName, properties } = node
      if (/^h\d$/.test(tagName)) seen.headings.push(`${tagName} ${textOf(node)}`)
      else if (tagName === 'a') seen.links.push(String(properties?.href))
      else seen.tags.add(tagName)
      if (tagName === 'code') return
    }
    if ('children' in node) for (const child of node.children) visit(child as HastNode)
  }
}

function textOf(node: HastNode): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map((child) => textOf(child as HastNode)).join('') : ''
}
