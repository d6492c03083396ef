import { differByOne } from '../../model/one-slip.ts'

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
