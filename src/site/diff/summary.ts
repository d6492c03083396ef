import { RANKS, type Change } from './change.ts'

const MAX_SENTENCES = 2

/**
 * What changed, in a line: the two things that matter most. That a package has a new version goes without saying where
 * anything else is new.
 */
export function summaryOf(changes: readonly Change[]): string {
  const notable = changes.filter(({ rank }) => rank < RANKS.version)
  if (notable.length > 0) {
    const more = notable.length - MAX_SENTENCES
    const shown = notable.slice(0, MAX_SENTENCES).map(({ text }) => text)
    return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(' · ')
  }
  const small = changes.find(({ rank }) => rank > RANKS.version)
  if (changes.some(({ rank }) => rank === RANKS.version)) return 'A new version of the package'
  return small ? small.text : 'Nothing but the version number'
}
