import { expect, test } from 'vitest'
import { RANKS, type Change } from './change.ts'
import { summaryOf } from './summary.ts'

const change = (rank: number, text: string): Change => ({ type: 'changed', rank, text })
const packageVersion = change(RANKS.version, 'Package version `1` → `2`')

test.each<[string, Change[], string]>([
  [
    'two sentences and how many more',
    [change(0, 'A'), change(1, 'B'), change(2, 'C'), packageVersion],
    'A · B · 1 more',
  ],
  ['a package version beside something else is left out', [change(0, 'A'), packageVersion], 'A'],
  [
    'a package version and small print',
    [packageVersion, change(RANKS.rest, 'Icons changed')],
    'A new version of the package',
  ],
  ['small print alone', [change(RANKS.rest, 'Icons changed')], 'Icons changed'],
  ['nothing', [], 'Nothing but the version number'],
])('%s', (_, changes, expected) => expect(summaryOf(changes)).toBe(expected))
