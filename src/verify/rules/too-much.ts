import { COUNTED_FILES, LIMITS } from '../change/limits.ts'
import type { GateRule, Outcome } from '../rule.ts'

/** Security B3, B9. */
export const TOO_MUCH: GateRule = {
  code: 'R122',
  title: 'The pull request is too large',
  passed: `At most ${LIMITS.files} files, ${LIMITS.totalBytes / 1024} KiB and ${LIMITS.packages} packages come at once.`,
  why: 'Each file and package is looked at, within a minute. Larger changes are no ordinary publication.',
  fix: 'Split it into several pull requests. For an import of many servers, ask the maintainers.',
  example: '101 new versions in one pull request',
  check({ files, fileCount, publications }) {
    const bytes = files.reduce((sum, { size }) => sum + size, 0)
    const packages = publications.reduce((sum, { validation }) => {
      return sum + (validation.document?.packages?.length ?? 0)
    }, 0)
    return [
      ...above(
        fileCount,
        LIMITS.files,
        fileCount === COUNTED_FILES ? 'files or more are changed' : 'files are changed',
      ),
      ...above(bytes, LIMITS.totalBytes, 'bytes are added'),
      ...above(packages, LIMITS.packages, 'packages are named'),
    ]
  },
}

function above(count: number, most: number, what: string): Outcome[] {
  return count > most
    ? [{ status: 'fail', message: `${count} ${what}; at most ${most} are taken at once.` }]
    : []
}
