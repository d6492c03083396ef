import { formatCount } from '../../text/numbers.ts'

/** Below so many, a percentage says less than the numbers. */
const FEW = 100

/** Shares that have a name, and how far from them a share may be to be called so. */
const NAMED: readonly [number, string][] = [
  [1 / 4, 'a quarter'],
  [1 / 3, 'a third'],
  [1 / 2, 'half'],
  [2 / 3, 'two thirds'],
  [3 / 4, 'three quarters'],
]
const NEAR = 0.01

/** What is shared out, as in `server`, `servers`. */
export interface Noun {
  one: string
  many: string
}

export const SERVERS: Noun = { one: 'server', many: 'servers' }

/** A share as a subject with its verb's number: `About half of all servers`, `1 of 13 servers`, `The only server`. */
export function shareSubject(
  count: number,
  total: number,
  { one, many }: Noun,
): { text: string; isOne: boolean } {
  if (count === 0) return { text: `No ${one}`, isOne: true }
  if (total === 1) return { text: `The only ${one}`, isOne: true }
  if (count === total) return { text: `All ${formatCount(total)} ${many}`, isOne: false }
  if (total < FEW) return { text: `${count} of ${total} ${many}`, isOne: count === 1 }
  return { text: `${shareName(count / total)} of all ${many}`, isOne: false }
}

function shareName(share: number): string {
  const named = NAMED.find(([exact]) => Math.abs(share - exact) <= NEAR)
  if (named)
    return named[0] === share ? named[1].replace(/^./, (letter) => letter.toUpperCase()) : `About ${named[1]}`
  if (share < 0.01) return 'Fewer than 1 %'
  if (share > 0.99) return 'More than 99 %'
  return formatShare(share)
}

/** `0.436` as `44 %`. What is not nothing, or not everything, never looks as if it were. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.01) return '< 1 %'
  if (share < 1 && share > 0.99) return '> 99 %'
  return `${Math.round(share * 100)} %`
}
