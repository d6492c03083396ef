import { compareBytes } from '../model/byte-order.ts'

/** Something whose name may differ from another's in letter case only. */
export interface Claim {
  name: string
  /** When it was first published, in microseconds. */
  publishedAt: number
  /** Whether the tree holds it already. */
  isSettled: boolean
}

/**
 * Names are unique without regard to case, and so are folders on many disks. Of claims to one name the first stays:
 * what the tree holds already, then what was published first, then the first by bytes.
 *
 * @returns for every claim that must give way, the name that it gives way to
 */
export function giveWay(claims: readonly Claim[]): Map<string, string> {
  const holders = new Map<string, string>()
  const losers = new Map<string, string>()
  for (const { name } of claims.toSorted(byPrecedence)) {
    const key = name.toLowerCase()
    const holder = holders.get(key)
    if (holder === undefined) holders.set(key, name)
    else if (holder !== name) losers.set(name, holder)
  }
  return losers
}

function byPrecedence(a: Claim, b: Claim): number {
  return (
    Number(b.isSettled) - Number(a.isSettled) || a.publishedAt - b.publishedAt || compareBytes(a.name, b.name)
  )
}
