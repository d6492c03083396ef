import type { BuiltFiles } from './built-files.ts'

/** The file that answers a path, or why there is none. */
export type Resolved = { file: string; problem?: never } | { problem: string }

/**
 * Finds the file for a path as static hosts do: `X/` is `X/index.html`, `X` is the file or `X.html`.
 *
 * @param path percent-encoded, below the site's root, without a leading slash
 */
export function resolvePath(path: string, files: Pick<BuiltFiles, 'has' | 'hasFolder'>): Resolved {
  const decoded = decode(path)
  if (decoded === undefined) return { problem: 'is not percent-encoded as it should be' }
  if (decoded.includes('//')) return { problem: 'has an empty step' }
  if (decoded === '' || decoded.endsWith('/')) {
    const file = `${decoded}index.html`
    return files.has(file) ? { file } : { problem: 'leads nowhere' }
  }
  const file = [decoded, `${decoded}.html`].find((candidate) => files.has(candidate))
  if (file !== undefined) return { file }
  return { problem: files.hasFolder(decoded) ? 'lacks the slash at its end' : 'leads nowhere' }
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}
