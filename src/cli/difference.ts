import { createTwoFilesPatch } from 'diff'

/** What changing a file would change, line by line with two lines around it; empty where nothing. */
export function differenceOf(file: string, before: string, after: string): string {
  if (before === after) return ''
  const patch = createTwoFilesPatch(file, file, before, after, '', '', { context: 2 })
  return patch
    .split('\n')
    .slice(4)
    .filter((line) => !line.startsWith('\\'))
    .join('\n')
    .trimEnd()
}
