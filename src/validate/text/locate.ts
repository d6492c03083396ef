import { parseTree, type Node } from 'jsonc-parser'
import type { Path } from '../rule.ts'

/**
 * Makes a function from paths to offsets in a JSON text: of the value, or of the key that leads to it. A path that
 * does not exist gives the nearest value above it. Of duplicate keys the last counts, as in the parsed value.
 */
export function locatorFor(text: string): (path: Path, at?: 'key') => number {
  const root = parseTree(text, undefined, { allowTrailingComma: false, disallowComments: true })
  return (path, at) => {
    let node = root
    for (const [index, step] of path.entries()) {
      const child = node && childOf(node, step)
      if (!child) break
      const isLast = index === path.length - 1
      if (isLast && at === 'key' && child.parent?.type === 'property') return child.parent.offset
      node = child
    }
    return node?.offset ?? 0
  }
}

function childOf(node: Node, step: string | number): Node | undefined {
  if (typeof step === 'number') return node.type === 'array' ? node.children?.[step] : undefined
  if (node.type !== 'object') return undefined
  return node.children?.findLast((property) => property.children?.[0]?.value === step)?.children?.[1]
}
