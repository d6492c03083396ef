/** The known key that a misspelt one most likely stands for: other letter case, snake_case, or a slip of one letter. */
export function suggestKey(key: string, known: readonly string[]): string | undefined {
  const plain = flatten(key)
  const same = known.find((candidate) => flatten(candidate) === plain)
  if (same !== undefined || plain.length < 4) return same
  return known.find((candidate) => differByOne(flatten(candidate), plain))
}

function flatten(key: string): string {
  return key.replace(/[_\- ]/g, '').toLowerCase()
}

/** Whether one letter was added, left out, changed or swapped with its neighbour. */
function differByOne(a: string, b: string): boolean {
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const left = a.slice(start, a.length - end)
  const right = b.slice(start, b.length - end)
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
