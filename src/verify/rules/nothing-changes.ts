import type { GateRule } from '../rule.ts'

/** Security B2: an empty list of files has fooled other registries into saying yes. */
export const NOTHING_CHANGES: GateRule = {
  code: 'R121',
  title: 'The pull request changes nothing',
  passed: 'The pull request changes something.',
  why: 'Merging it would leave the registry exactly as it is, so there is nothing to judge.',
  fix: 'Close it if its files are on the main branch already; otherwise push the commit that adds yours.',
  example: 'A branch whose files were merged by another pull request',
  check: ({ fileCount, conflicts }) =>
    fileCount === 0 && conflicts.length === 0
      ? [{ status: 'fail', message: 'Merged into the main branch, this pull request would change no file.' }]
      : [],
}
