/**
 * The owners that GitHub finds for a path: those of the last pattern that fits. Knows the patterns that our file has: `*`
 * for everything, and rooted ones with `**` for any folders and `/` at the end for all that is in a folder.
 */
export function ownersOf(codeowners: string, path: string): string[] {
  const lines = codeowners.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const fitting = lines.findLast((line) => fits(line.split(/\s+/)[0]!, path))
  return fitting?.split(/\s+/).slice(1).filter(Boolean) ?? []
}

function fits(pattern: string, path: string): boolean {
  if (pattern === '*') return true
  if (!/^\/[\w./*-]+$/.test(pattern)) throw new Error(`a pattern that is not known here: ${pattern}`)
  const source = pattern
    .slice(1)
    .replaceAll('.', '\\.')
    .replaceAll('**/', '(?:.+/)?')
    .replaceAll(/(?<!\.)\*/g, '[^/]*')
  return new RegExp(`^${source}${pattern.endsWith('/') ? '.' : '(?:/|$)'}`).test(path)
}
