/** Digits and pairs that read like a letter in most fonts. */
const READS_LIKE: [RegExp, string][] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/0/g, 'o'],
  [/[1|i]/g, 'l'],
  [/5/g, 's'],
  [/[-_.]/g, ''],
]

/**
 * What is left of a server name or namespace when everything that is easily overlooked is gone: letter case, `-`, `_`
 * and `.` within a half, and characters that look alike. Two names with one skeleton are read as one.
 * Source: the idea of Unicode TR39 skeletons, for names of ASCII.
 */
export function skeletonOf(name: string): string {
  return name
    .toLowerCase()
    .split('/')
    .map((half) => READS_LIKE.reduce((text, [pattern, letter]) => text.replace(pattern, letter), half))
    .join('/')
}

/** The skeletons of the words of a name: what stands between `.`, `-`, `_` and `/`. */
export function wordsIn(name: string): string[] {
  return name.split(/[-._/]+/).map(skeletonOf)
}
